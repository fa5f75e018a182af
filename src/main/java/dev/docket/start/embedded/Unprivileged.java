package dev.docket.start.embedded;

import dev.docket.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL's programs so that they accept their user: they refuse root. For a directory of its own, root
 * runs them in a user namespace, where they are nobody while the files stay root's. Where namespaces are forbidden,
 * as in most containers, the system's user nobody is given the files. In somebody else's directory root runs them as
 * that user.
 *
 * @param prefix the words to put before a program's own
 * @param owner the user who must own the files, by number; {@link #UNCHANGED} to leave them as they are
 */
record Unprivileged(List<String> prefix, int owner) {
    static final int UNCHANGED = -1;
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Unprivileged AS_IS = new Unprivileged(List.of(), UNCHANGED);
    private static final Unprivileged NAMESPACE = new Unprivileged(List.of("unshare", "--user"), UNCHANGED);

    /** The first way that works here and reaches both the data directory and the programs. */
    static Unprivileged on(Path root, Path program) throws IOException {
        if (userOf(Path.of("/proc/self")) != ROOT) {
            return AS_IS;
        }
        int owner = userOf(root);
        List<Unprivileged> ways = owner == ROOT ? List.of(NAMESPACE, user(NOBODY)) : List.of(user(owner));
        // The directory itself is given away if need be, those above it are not.
        return ways.stream()
                .filter(way -> way.reaches(root.getParent()) && way.reaches(program))
                .findFirst()
                .orElseThrow(() -> new StartRefused("PostgreSQL does not run as root, and no other user can reach "
                        + root + ": start Docket as an ordinary user, or set DOCKET_DATA_DIR to a directory whose"
                        + " parents all may enter, such as /var/lib/docket."));
    }

    List<String> with(List<String> words) {
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    /** Gives what Docket keeps in a data directory, and nothing else in it, to the user the programs run as. */
    void own(DataDirectory directory) throws IOException {
        if (owner == UNCHANGED) {
            return;
        }
        String user = owner + ":" + owner;
        List<String> contents = new ArrayList<>(List.of("chown", "-R", user));
        directory.present().forEach(path -> contents.add(path.toString()));
        for (List<String> chown :
                List.of(List.of("chown", user, directory.root().toString()), contents)) {
            Command.Ended ended = Command.run(chown, LIMIT);
            if (!ended.succeeded()) {
                throw new IOException(ended.lastLine());
            }
        }
    }

    private static Unprivileged user(int number) {
        return new Unprivileged(List.of("setpriv", "--reuid=" + number, "--regid=" + number, "--clear-groups"), number);
    }

    private boolean reaches(Path path) {
        try {
            return Command.run(with(List.of("test", "-x", path.toString())), LIMIT)
                    .succeeded();
        } catch (IOException e) {
            // The program is not installed here, which is an answer too.
            return false;
        }
    }

    private static int userOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
