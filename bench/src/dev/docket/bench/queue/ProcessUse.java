package dev.docket.bench.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** What the kernel has written down about a process. */
final class ProcessUse {
    private static final long MICROS_OF_A_TICK = 10_000;
    private static final long PAGE = 4096;

    /** Places in {@code /proc/PID/stat}, counted from the field after the name of the program. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int USER_OF_THE_GONE = 13;
    private static final int SYSTEM_OF_THE_GONE = 14;
    private static final int RESIDENT = 21;

    private ProcessUse() {}

    /** CPU time so far, in microseconds. */
    static long cpuMicros(long pid) {
        long[] stat = stat(pid);
        return (stat[USER] + stat[SYSTEM]) * MICROS_OF_A_TICK;
    }

    /** CPU time so far of a process, of its children, and of those that have ended. */
    static long cpuMicrosWithChildren(long pid) {
        long[] stat = stat(pid);
        long own = stat[USER] + stat[SYSTEM] + stat[USER_OF_THE_GONE] + stat[SYSTEM_OF_THE_GONE];
        return own * MICROS_OF_A_TICK
                + Arrays.stream(children(pid)).map(ProcessUse::cpuMicros).sum();
    }

    /** Memory that is resident, in bytes. */
    static long residentBytes(long pid) {
        return stat(pid)[RESIDENT] * PAGE;
    }

    private static long[] children(long pid) {
        String text = read(Path.of("/proc", "" + pid, "task", "" + pid, "children"));
        return Arrays.stream(text.trim().split(" "))
                .filter(word -> !word.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** All zeroes for a process that has just ended. */
    private static long[] stat(long pid) {
        String text = read(Path.of("/proc", "" + pid, "stat"));
        if (text.isEmpty()) {
            return new long[RESIDENT + 1];
        }
        return Arrays.stream(text.substring(text.lastIndexOf(')') + 2).split(" "))
                .limit(RESIDENT + 1)
                .mapToLong(field -> field.matches("-?\\d{1,18}") ? Long.parseLong(field) : 0)
                .toArray();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException e) {
            // A process that ends while it is read is reported so as well.
            if (!Files.exists(file)) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
