package dev.docket.start;

import dev.docket.tenant.KeyMaterial;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@code keys create|list|rotate|revoke}: administration without the service, on the database the service uses. */
public final class KeyCommands {
    static final String USAGE = "Use: keys create --organization org_x [--name text] | keys list [--organization org_x]"
            + " | keys rotate key_id | keys revoke key_id";

    private final DatabaseAddress address;
    private final PrintStream out;

    public KeyCommands(DatabaseAddress address, PrintStream out) {
        this.address = address;
        this.out = out;
    }

    static void run(SmallRyeConfig settings, String... args) {
        KeyArguments arguments = KeyArguments.parse(args);
        try (CommandDatabase database = CommandDatabase.open(settings)) {
            new KeyCommands(database.address(), System.out).execute(arguments);
        }
    }

    /**
     * Does one command and prints its result.
     *
     * @throws StartRefused when the database or the command's argument does not allow it
     */
    public void execute(KeyArguments arguments) {
        try (Connection connection = address.connect()) {
            KeyRows keys = new KeyRows(connection);
            switch (arguments.verb()) {
                case CREATE -> create(keys, arguments);
                case LIST -> list(keys, arguments.organization());
                case ROTATE -> rotate(keys, arguments.keyId());
                case REVOKE -> revoke(keys, arguments.keyId());
            }
        } catch (SQLException e) {
            throw SqlRefusal.of(address, e);
        }
    }

    /** The key alone goes to stdout, so that a script can catch it. */
    private void create(KeyRows keys, KeyArguments arguments) throws SQLException {
        String organization = arguments.organization().orElseThrow();
        keys.ensureOrganization(organization);
        KeyMaterial key = KeyMaterial.fresh();
        keys.ensure(key, organization, arguments.name());
        out.println(key.text());
    }

    private void list(KeyRows keys, Optional<String> organization) throws SQLException {
        List<KeyRows.Row> rows = organization.isPresent() ? keys.of(organization.get()) : keys.all();
        out.println("id\torganization\thint\tcreated\trevoked\tname");
        for (KeyRows.Row row : rows) {
            out.println(String.join(
                    "\t",
                    row.id(),
                    row.organization(),
                    row.hint(),
                    row.created().toString(),
                    row.revoked().map(Object::toString).orElse("-"),
                    row.name().orElse("-")));
        }
    }

    /** As a created one, the key alone goes to stdout. The old one stays good until it is revoked. */
    private void rotate(KeyRows keys, String id) throws SQLException {
        KeyMaterial key = KeyMaterial.fresh();
        if (!keys.follow(id, key)) {
            throw new StartRefused(
                    "There is no good key " + id + " that another could follow: 'keys list' shows them all.");
        }
        out.println(key.text());
    }

    private void revoke(KeyRows keys, String id) throws SQLException {
        if (!keys.revoke(id)) {
            throw new StartRefused("There is no key " + id + ": 'keys list' shows them all.");
        }
        out.println("revoked " + id);
    }
}
