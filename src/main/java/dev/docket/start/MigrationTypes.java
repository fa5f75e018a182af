package dev.docket.start;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Flyway reaches by reflection, for native images: its plugins, which it finds through the service loader and copies
 * as JSON, the models of its settings, which it merges field by field, and what a failed connection becomes.
 */
@RegisterForReflection(
        classNames = {
            MigrationTypes.CORE + "api.migration.baseline.BaselineAppliedMigration",
            MigrationTypes.CORE + "api.migration.baseline.BaselineMigrationConfigurationExtension",
            MigrationTypes.CORE + "api.migration.baseline.BaselineMigrationResolver",
            MigrationTypes.CORE + "api.migration.baseline.BaselineResourceTypeProvider",
            MigrationTypes.CORE + "internal.NullFlywayTelemetryManager",
            MigrationTypes.CORE + "internal.configuration.models.ConfigurationModel",
            MigrationTypes.CORE + "internal.configuration.models.DataSourceModel",
            MigrationTypes.CORE + "internal.configuration.models.EnvironmentModel",
            MigrationTypes.CORE + "internal.configuration.models.FlywayEnvironmentModel",
            MigrationTypes.CORE + "internal.configuration.models.FlywayModel",
            MigrationTypes.CORE + "internal.configuration.models.PropertyResolver",
            MigrationTypes.CORE + "internal.configuration.resolvers.EnvironmentProvisionerNone",
            MigrationTypes.CORE + "internal.configuration.resolvers.EnvironmentVariableResolver",
            MigrationTypes.CORE + "internal.configuration.resolvers.PlaceholderPropertyResolver",
            MigrationTypes.CORE + "internal.database.base.TestContainersDatabaseType",
            MigrationTypes.CORE + "internal.database.h2.H2DatabaseType",
            MigrationTypes.CORE + "internal.database.sqlite.SQLiteDatabaseType",
            MigrationTypes.CORE + "internal.exception.sqlExceptions.FlywaySqlNoDriversForInteractiveAuthException",
            MigrationTypes.CORE + "internal.exception.sqlExceptions.FlywaySqlNoIntegratedAuthException",
            MigrationTypes.CORE + "internal.exception.sqlExceptions.FlywaySqlServerUntrustedCertificateSqlException",
            MigrationTypes.CORE + "internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException",
            MigrationTypes.CORE + "internal.jdbc.ErrorOverrideInitializerStub",
            MigrationTypes.CORE + "internal.logging.javautil.JavaUtilLogCreator",
            MigrationTypes.CORE + "internal.proprietaryStubs.AuthCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.CheckCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.DeployCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.DiffCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.DiffTextCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.GenerateCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.LicensingConfigurationExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.ModelCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.OfflinePermitConfigurationExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.PATTokenConfigurationExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.PrepareCommandExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.UndoCommandExtensionStub",
            MigrationTypes.CORE + "internal.publishing.PublishingConfigurationExtension",
            MigrationTypes.CORE + "internal.resource.CoreResourceTypeProvider",
            MigrationTypes.CORE + "internal.scanner.classpath.ClasspathLocationHandlerImpl",
            MigrationTypes.CORE + "internal.scanner.filesystem.FilesystemLocationHandler",
            MigrationTypes.CORE + "internal.schemahistory.BaseAppliedMigration",
            MigrationTypes.DATABASE + "cockroachdb.CockroachDBDatabaseType",
            MigrationTypes.DATABASE + "postgresql.PostgreSQLConfigurationExtension",
            MigrationTypes.DATABASE + "postgresql.PostgreSQLDatabaseType",
            MigrationTypes.DATABASE + "postgresql.TransactionalModel"
        })
final class MigrationTypes {
    static final String CORE = "org.flywaydb.core.";
    static final String DATABASE = "org.flywaydb.database.";

    private MigrationTypes() {}
}
