package dev.docket.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.job.JobId;
import dev.docket.job.RandomId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobIdTest {
    @Test
    void a_fresh_id_can_be_read_again_and_is_not_made_twice() {
        List<JobId> ids = Stream.generate(JobId::fresh).limit(10_000).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(JobId.parse(id.value())).contains(id));
    }

    @Test
    void ids_sort_by_their_bytes_as_they_were_made() {
        long now = 1_795_646_400_000L;
        List<String> ids = LongStream.of(0, 1, 63, 64, 4_095, 4_096, now, now + 1, now + 86_400_000, (1L << 48) - 1)
                .mapToObj(millis -> RandomId.rising("job_", 21, millis))
                .toList();

        assertThat(ids).isSorted().allMatch(id -> id.matches("job_[A-Za-z0-9_-]{21}"));
    }
}
