def work():
    total = 0.0
    for i in range(3000000):
        total += 0.5 * i - total * 0.001
    return total
print(work())
