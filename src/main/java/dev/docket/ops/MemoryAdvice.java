package dev.docket.ops;

import org.graalvm.nativeimage.c.function.CFunction;

/** What a native binary tells the kernel about its memory. A JVM has no such function, and never calls it. */
final class MemoryAdvice {
    /** Linux' {@code MADV_DONTNEED}: the pages are let go at once, and read from their file when they are touched again. */
    static final int NOT_NEEDED = 4;

    private MemoryAdvice() {}

    /**
     * {@code madvise(2)}.
     *
     * @param address of the first page
     * @param length in bytes
     * @return 0, or -1 where the kernel has refused
     */
    @CFunction("madvise")
    static native int give(long address, long length, int advice);
}
