"""The GAN workloads of this folder in PyTorch. usage: torch_gan.py WORK [eager|compile] [steps] [threads]"""
import sys, time, math, torch, torch.nn as nn, torch.nn.functional as F
work = sys.argv[1]; mode = sys.argv[2] if len(sys.argv) > 2 else "eager"
steps = int(sys.argv[3]) if len(sys.argv) > 3 else 300
torch.set_num_threads(int(sys.argv[4]) if len(sys.argv) > 4 else 2)
torch.manual_seed(0)
def mlp(*sizes, act=nn.ReLU, last=None, bn=False):
    layers = []
    for i, (a, b) in enumerate(zip(sizes, sizes[1:])):
        layers.append(nn.Linear(a, b))
        if i < len(sizes) - 2:
            if bn and i > 0: layers.append(nn.BatchNorm1d(b))
            layers.append(act())
    if last: layers.append(last)
    return nn.Sequential(*layers)
leaky = lambda: nn.LeakyReLU(0.2)
if work.startswith("ring"):
    B, Z, H = 256, 16, 128
    G, D = mlp(Z, H, H, 2), mlp(2, H, H, 1)
    k = torch.arange(8) * (2 * math.pi / 8); centers = 2 * torch.stack([k.cos(), k.sin()], 1)
    real = lambda: centers[torch.randint(8, (B,))] + 0.02 * torch.randn(B, 2)
elif work == "mnistmlp":
    B, Z = 64, 100
    G = mlp(Z, 128, 256, 512, 1024, 784, act=leaky, last=nn.Tanh(), bn=True); D = mlp(784, 512, 256, 1, act=leaky)
    X = torch.rand(4000, 784) * 2 - 1
    real = lambda: X[torch.randint(len(X), (B,))]
elif work == "dcgan":
    B, Z = 64, 64
    G = nn.Sequential(nn.Linear(Z, 128 * 49), nn.Unflatten(1, (128, 7, 7)), nn.BatchNorm2d(128), nn.ReLU(),
        nn.ConvTranspose2d(128, 64, 4, 2, 1), nn.BatchNorm2d(64), nn.ReLU(), nn.ConvTranspose2d(64, 1, 4, 2, 1), nn.Tanh())
    D = nn.Sequential(nn.Conv2d(1, 64, 4, 2, 1), leaky(), nn.Conv2d(64, 128, 4, 2, 1), nn.BatchNorm2d(128), leaky(), nn.Flatten(), nn.Linear(128 * 49, 1))
    X = torch.rand(4000, 1, 28, 28) * 2 - 1
    real = lambda: X[torch.randint(len(X), (B,))]
if work == "ringwgan":
    oG, oD = torch.optim.RMSprop(G.parameters(), 5e-5), torch.optim.RMSprop(D.parameters(), 5e-5)
else:
    oG, oD = torch.optim.Adam(G.parameters(), 1e-3 if work.startswith("ring") else 2e-4, (0.5, 0.999)), torch.optim.Adam(D.parameters(), 1e-3 if work.startswith("ring") else 2e-4, (0.5, 0.999))
bce = F.binary_cross_entropy_with_logits
def d_minimax(x, z):
    with torch.no_grad(): f = G(z)
    a, b = D(x), D(f)
    return bce(a, torch.ones_like(a)) + bce(b, torch.zeros_like(b))
def g_minimax(z):
    b = D(G(z)); return bce(b, torch.ones_like(b))
def d_w(x, z):
    with torch.no_grad(): f = G(z)
    return D(f).mean() - D(x).mean()
def d_gp(x, z):
    with torch.no_grad(): f = G(z)
    e = torch.rand(len(x), 1); xi = (e * x + (1 - e) * f).requires_grad_()
    g, = torch.autograd.grad(D(xi).sum(), xi, create_graph=True)
    return D(f).mean() - D(x).mean() + 10 * ((g.norm(dim=1) - 1) ** 2).mean()
def g_w(z): return -D(G(z)).mean()
dl, gl, nc = (d_minimax, g_minimax, 1) if work in ("ring", "mnistmlp", "dcgan") else (d_w, g_w, 5) if work == "ringwgan" else (d_gp, g_w, 5)
if mode == "compile": dl, gl = torch.compile(dl), torch.compile(gl)
def step():
    for _ in range(nc):
        oD.zero_grad(); l = dl(real(), torch.randn(B, Z)); l.backward(); oD.step()
        if work == "ringwgan":
            with torch.no_grad():
                for p in D.parameters(): p.clamp_(-0.01, 0.01)
    oG.zero_grad(); g = gl(torch.randn(B, Z)); g.backward(); oG.step()
    return l, g
for _ in range(10): step()
t = time.perf_counter()
for _ in range(steps): l, g = step()
dt = time.perf_counter() - t
print(f"torch-{mode} {work} {steps/dt:.1f} steps/s  {dt/steps*1e3:.3f} ms/step  d={l.item():.3f} g={g.item():.3f}")
