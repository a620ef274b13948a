def work():
    counts = {}
    for i in range(300000):
        key = f"key{i % 1000}"
        counts[key] = counts.get(key, 0) + 1
    return counts["key7"]
print(work())
