package dev.docket.start.embedded;

import dev.docket.start.BundledDatabase;
import dev.docket.start.DatabaseAddress;
import dev.docket.start.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The PostgreSQL out of Docket's own jar: unpacked, made, started and stopped in one directory. */
public final class EmbeddedPostgres implements BundledDatabase {
    private final Durability durability;
    private final Map<String, String> settings;

    public EmbeddedPostgres() {
        this(Durability.KEPT);
    }

    public EmbeddedPostgres(Durability durability) {
        this(durability, Map.of());
    }

    /**
     * A server that is larger than the one that comes with the one-command start, or otherwise set.
     *
     * @param settings of PostgreSQL, for which Docket's own give way, but not the address and what makes commits last; no
     *     value with a space in it
     */
    public EmbeddedPostgres(Durability durability, Map<String, String> settings) {
        this.durability = durability;
        this.settings = Map.copyOf(settings);
    }

    @Override
    public Running start(Path path) {
        return start(path, path);
    }

    /** The same with the programs unpacked in a directory that several servers may share. */
    public Running start(Path path, Path programs) {
        DataDirectory directory = DataDirectory.at(path);
        DataDirectoryLock lock = DataDirectoryLock.take(directory);
        try {
            Server server = prepare(directory, DataDirectory.at(programs).root());
            return RunningServer.start(server, lock);
        } catch (IOException e) {
            lock.close();
            throw DataDirectory.unusable(directory.root(), e);
        } catch (StartRefused e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public Optional<DatabaseAddress> runningIn(Path path) {
        DataDirectory directory = DataDirectory.at(path);
        try {
            return PostmasterFile.in(directory.cluster())
                    .filter(PostmasterFile::ready)
                    .filter(PostmasterFile::isAlive)
                    .map(server -> LocalAddress.of(directory, server.port()));
        } catch (IOException e) {
            throw DataDirectory.unusable(directory.root(), e);
        }
    }

    private Server prepare(DataDirectory directory, Path programs) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.below(programs);
        if (programs.equals(directory.root())) {
            binaries.deleteOthers();
        }
        Unprivileged way = Unprivileged.on(directory.root(), Path.of(binaries.program("postgres")));
        Password.ensure(directory.password());
        way.own(directory);
        Cluster.ensure(directory, binaries, way, durability);
        return new Server(directory, binaries, way, durability, settings);
    }
}
