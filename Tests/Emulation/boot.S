# Loads the image that follows on the disk, enters long mode with the first gigabyte mapped to itself, turns on
# the registers of SSE, AVX and AVX-512, and jumps into the image.
.intel_syntax noprefix
.code16
.global _start
_start:
    cli
    xor ax, ax
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov sp, 0x7c00
    mov [drive], dl
    in al, 0x92                     # The A20 line, without which odd megabytes are not there.
    or al, 2
    out 0x92, al
    mov cx, CHUNKS
read:
    push cx
    mov si, offset request
    mov ah, 0x42
    mov dl, [drive]
    int 0x13
    jc failed
    add word ptr [request_segment], 0x800
    add word ptr [request_sector], 64
    pop cx
    dec cx
    jnz read

    cld                             # Page tables: one entry on each level, then 512 pages of 2 MiB.
    mov edi, 0x1000
    xor eax, eax
    mov ecx, 0xC00
    rep stosd
    mov dword ptr [0x1000], 0x2003
    mov dword ptr [0x2000], 0x3003
    mov edi, 0x3000
    mov eax, 0x83
    mov ecx, 512
page:
    mov [edi], eax
    add eax, 0x200000
    add edi, 8
    dec ecx
    jnz page
    mov eax, cr4
    or eax, 0x40620                 # PAE, SSE, its exceptions, XSAVE.
    mov cr4, eax
    mov eax, 0x1000
    mov cr3, eax
    mov ecx, 0xC0000080             # EFER: long mode.
    rdmsr
    or eax, 0x100
    wrmsr
    mov eax, cr0
    and al, 0xFB                    # No emulation of the coprocessor.
    or eax, 0x80000003              # Paging, protection.
    mov cr0, eax
    lgdt [table]
    .byte 0xEA                      # A far jump, whose selector makes the code 64 bits wide.
    .word long_mode, 8
failed:
    mov al, 'F'
    out 0xE9, al
    hlt
    jmp failed

.code64
long_mode:
    mov ax, 0x10
    mov ds, ax
    mov es, ax
    mov ss, ax
    xor ecx, ecx
    xor edx, edx
    mov eax, 0xE7                   # x87, SSE, AVX, and the three parts of AVX-512.
    xsetbv
    mov rsp, 0x2FFFFF8              # As after a call: 8 beyond a multiple of 16.
    mov eax, 0x10000
    jmp rax

.balign 8
descriptors: .quad 0, 0x00209A0000000000, 0x0000920000000000
table: .word 23
    .long descriptors
.balign 4
request: .byte 16, 0
    .word 64
    .word 0
request_segment: .word 0x1000
request_sector: .quad 1
drive: .byte 0
.org 510
.word 0xAA55
