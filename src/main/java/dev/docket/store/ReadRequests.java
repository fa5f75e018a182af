package dev.docket.store;

import dev.docket.job.BodyRef;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the requests of many runs at once, over connections that calls cannot take. */
@Singleton
public class ReadRequests {
    private static final String REQUESTS = """
            select r.place, b.bytes
            from unnest($1::int[], $2::text[], $3::text[], $4::int[])
                     with ordinality as r(bucket, organization_id, job_id, claim, place)
            -- One look-up by key for each, whatever the planner believes of the table: the offset sees to it.
            cross join lateral (
                select b.bytes
                from body b
                where b.bucket = r.bucket
                  and b.organization_id = r.organization_id
                  and b.job_id = r.job_id
                  and b.claim = r.claim
                  and b.chunk = 0
                offset 0
            ) b
            """;

    private final Pool pool;

    ReadRequests(@Reserved Pool pool) {
        this.pool = pool;
    }

    /** Whether the body is one that can be read together with others. */
    public static boolean isOneChunk(BodyRef ref) {
        return BodyChunks.count(ref.length()) == 1;
    }

    /** The bodies of one chunk each, in the order of the references; empty where one is gone. */
    public Uni<List<Optional<Payload>>> together(List<BodyRef> refs) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfInteger(refs.stream().map(BodyRef::bucket).toArray(Integer[]::new))
                .addArrayOfString(refs.stream().map(BodyRef::organization).toArray(String[]::new))
                .addArrayOfString(refs.stream().map(ref -> ref.job().value()).toArray(String[]::new))
                .addArrayOfInteger(refs.stream().map(BodyRef::claim).toArray(Integer[]::new));
        return TryAgain.onLoss(() -> pool.preparedQuery(REQUESTS).execute(parameters))
                .map(rows -> {
                    Payload[] bodies = new Payload[refs.size()];
                    rows.forEach(row -> {
                        Buffer bytes = row.getBuffer(1);
                        bodies[Math.toIntExact(row.getLong(0)) - 1] = Payload.of(bytes.getBytes());
                    });
                    return Arrays.stream(bodies).map(Optional::ofNullable).toList();
                });
    }
}
