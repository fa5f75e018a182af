package dev.docket.formats;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What can read pictures for the package that is tested. */
final class Engines {
    private Engines() {}

    /** The package for the JVM brings an engine along where this is Linux on x86-64; a native binary needs Tesseract. */
    static boolean readPictures() {
        boolean isNative = !System.getProperty("docket.binary", "").isBlank();
        boolean bundled = System.getProperty("os.name").startsWith("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return !isNative && bundled || tesseractIsInstalled();
    }

    private static boolean tesseractIsInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "tesseract")));
    }
}
