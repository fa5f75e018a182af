package dev.docket.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be read from its file again, and what would be lost. */
class ProcessMappingTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "r-xp, Anonymous:             0 kB, Swap:                  0 kB, true",
        "r--p, Anonymous:             0 kB, Swap:                  0 kB, true",
        "rw-p, Anonymous:             0 kB, Swap:                  0 kB, false",
        "r--p, Anonymous:             4 kB, Swap:                  0 kB, false",
        "r--p, Anonymous:             0 kB, Swap:                  8 kB, false",
        "r--p, Anonymous:             0 kB, THPeligible:           0, false",
    })
    void only_what_was_never_changed_is_like_its_file(
            String rights, String anonymous, String swap, boolean likeItsFile) {
        List<ProcessMapping> read = ProcessMapping.read(List.of(
                "00410000-04a8c000 " + rights + " 00010000 fe:00 10125506                  /work/docket-runner",
                "Size:              72176 kB",
                "Rss:               37152 kB",
                anonymous,
                swap,
                "SwapPss:               0 kB",
                "VmFlags: rd ex mr mw me"));

        assertThat(read)
                .containsExactly(new ProcessMapping(
                        0x410000, 0x4a8c000 - 0x410000, 37152 * 1024, "/work/docket-runner", likeItsFile));
    }

    @Test
    void the_fields_of_one_part_are_not_those_of_the_next() {
        List<ProcessMapping> read = ProcessMapping.read(List.of(
                "7ef428200000-7ef42a780000 r--p 046c0000 fe:00 10125506 /work/docket-runner",
                "Rss:                   8 kB",
                "Anonymous:             0 kB",
                "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]",
                "Swap:                  0 kB"));

        assertThat(read).extracting(ProcessMapping::file).containsExactly("/work/docket-runner", "[vsyscall]");
        assertThat(read).noneMatch(ProcessMapping::likeItsFile);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_file_that_is_mapped_to_be_read_is_found_like_its_file() throws IOException {
        Path file = Files.write(directory.resolve("pages"), new byte[64 * 1024]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer read =
                    channel.map(MapMode.READ_ONLY, 0, channel.size()).load();
            MappedByteBuffer changed = channel.map(MapMode.PRIVATE, 0, channel.size());
            changed.put(0, (byte) 1);

            List<ProcessMapping> found = ProcessMapping.read(Files.readAllLines(Path.of("/proc/self/smaps"))).stream()
                    .filter(mapping -> mapping.file().equals(file.toString()))
                    .toList();

            assertThat(found).extracting(ProcessMapping::likeItsFile).containsExactlyInAnyOrder(true, false);
            assertThat(found).extracting(ProcessMapping::length).containsOnly((long) read.capacity());
        }
    }
}
