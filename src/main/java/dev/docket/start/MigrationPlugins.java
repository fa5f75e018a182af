package dev.docket.start;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Flyway's plugins, which it finds through the service loader, for native images. Their constructors are enough: a method
 * that is called is found without this, and one that is not may want libraries that are not there.
 */
@RegisterForReflection(
        methods = false,
        fields = false,
        classNames = {
            MigrationTypes.CORE + "api.migration.baseline.BaselineAppliedMigration",
            MigrationTypes.CORE + "api.migration.baseline.BaselineMigrationResolver",
            MigrationTypes.CORE + "api.migration.baseline.BaselineResourceTypeProvider",
            MigrationTypes.CORE + "internal.NullFlywayTelemetryManager",
            MigrationTypes.CORE + "internal.configuration.resolvers.EnvironmentProvisionerNone",
            MigrationTypes.CORE + "internal.configuration.resolvers.EnvironmentVariableResolver",
            MigrationTypes.CORE + "internal.configuration.resolvers.PlaceholderPropertyResolver",
            MigrationTypes.CORE + "internal.database.base.TestContainersDatabaseType",
            MigrationTypes.CORE + "internal.database.h2.H2DatabaseType",
            MigrationTypes.CORE + "internal.database.sqlite.SQLiteDatabaseType",
            MigrationTypes.CORE + "internal.jdbc.ErrorOverrideInitializerStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.AuthCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.CheckCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.DeployCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.DiffCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.DiffTextCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.GenerateCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.ModelCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.PrepareCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.UndoCommandExtensionStub",
            MigrationTypes.CORE + "internal.resource.CoreResourceTypeProvider",
            MigrationTypes.CORE + "internal.scanner.classpath.ClasspathLocationHandlerImpl",
            MigrationTypes.CORE + "internal.scanner.filesystem.FilesystemLocationHandler",
            MigrationTypes.CORE + "internal.schemahistory.BaseAppliedMigration",
            MigrationTypes.DATABASE + "cockroachdb.CockroachDBDatabaseType",
            MigrationTypes.DATABASE + "postgresql.PostgreSQLDatabaseType"
        })
final class MigrationPlugins {
    private MigrationPlugins() {}
}
