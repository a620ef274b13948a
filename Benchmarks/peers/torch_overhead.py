"""What small operations cost in PyTorch; one step is a thousand of them. usage: torch_overhead.py operation|gradient"""
import sys, time, torch
torch.set_num_threads(1)
a, w, b = torch.randn(2, 2), torch.randn(2, 2, requires_grad=True), torch.randn(2, 2, requires_grad=True)
c = torch.randn(2, 2)
def operation(): a + c
def gradient(): torch.autograd.grad(((a @ w) * b).sum(), (w, b))
work = {"operation": operation, "gradient": gradient}[sys.argv[1]]
steps = {"operation": 200, "gradient": 10}[sys.argv[1]]
for _ in range(500): work()
start = time.perf_counter()
for _ in range(1000 * steps): work()
print(f"{sys.argv[1]} {(time.perf_counter() - start) / steps * 1e3:.4f} ms/step")
