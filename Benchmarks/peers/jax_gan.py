"""The workloads ring and ringgp in JAX, the whole step jitted. usage: jax_gan.py WORK [steps]"""
import sys, time, math, functools, jax, jax.numpy as jnp
work = sys.argv[1]; steps = int(sys.argv[2]) if len(sys.argv) > 2 else 300
B, Z, H = 256, 16, 128
def init(key, sizes):
    ps = []
    for a, b in zip(sizes, sizes[1:]):
        key, k = jax.random.split(key); ps.append((jax.random.uniform(k, (a, b), minval=-1, maxval=1) / math.sqrt(a), jnp.zeros(b)))
    return ps
def fwd(ps, x):
    for i, (w, b) in enumerate(ps):
        x = x @ w + b
        if i < len(ps) - 1: x = jax.nn.relu(x)
    return x
G, D = init(jax.random.key(0), (Z, H, H, 2)), init(jax.random.key(1), (2, H, H, 1))
k = jnp.arange(8) * (2 * math.pi / 8); centers = 2 * jnp.stack([jnp.cos(k), jnp.sin(k)], 1)
def real(key):
    a, b = jax.random.split(key); return centers[jax.random.randint(a, (B,), 0, 8)] + 0.02 * jax.random.normal(b, (B, 2))
sp = jax.nn.softplus
def dl(D, G, x, z, key):
    f = fwd(G, z); a, b = fwd(D, x), fwd(D, f)
    if work == "ring": return sp(-a).mean() + sp(b).mean()
    e = jax.random.uniform(key, (B, 1)); xi = e * x + (1 - e) * f
    g = jax.grad(lambda q: fwd(D, q).sum())(xi)
    return b.mean() - a.mean() + 10 * ((jnp.linalg.norm(g, axis=1) - 1) ** 2).mean()
def gl(G, D, z):
    b = fwd(D, fwd(G, z)); return sp(-b).mean() if work == "ring" else -b.mean()
tm = jax.tree_util.tree_map
def adam(p, g, s):
    m, v, t = s; t = t + 1
    m = tm(lambda m, g: .5 * m + .5 * g, m, g); v = tm(lambda v, g: .999 * v + .001 * g * g, v, g)
    return tm(lambda p, m, v: p - 1e-3 * (m / (1 - .5 ** t)) / (jnp.sqrt(v / (1 - .999 ** t)) + 1e-8), p, m, v), (m, v, t)
nc = 1 if work == "ring" else 5
@jax.jit
def step(G, D, sG, sD, key):
    for _ in range(nc):
        key, a, b, c = jax.random.split(key, 4)
        l, g = jax.value_and_grad(dl)(D, G, real(a), jax.random.normal(b, (B, Z)), c); D, sD = adam(D, g, sD)
    key, a = jax.random.split(key)
    lg, g = jax.value_and_grad(gl)(G, D, jax.random.normal(a, (B, Z))); G, sG = adam(G, g, sG)
    return G, D, sG, sD, key, l, lg
z = lambda p: tm(jnp.zeros_like, p)
S = (G, D, (z(G), z(G), 0.), (z(D), z(D), 0.), jax.random.key(2))
t = time.perf_counter(); o = step(*S); o[5].block_until_ready(); print("jit", round(time.perf_counter() - t, 2), "s")
for _ in range(5): o = step(*o[:5])
o[5].block_until_ready(); t = time.perf_counter()
for _ in range(steps): o = step(*o[:5])
o[5].block_until_ready(); dt = time.perf_counter() - t
print(f"jax-jit {work} {steps/dt:.1f} steps/s  {dt/steps*1e3:.3f} ms/step  d={float(o[5]):.3f} g={float(o[6]):.3f}")
