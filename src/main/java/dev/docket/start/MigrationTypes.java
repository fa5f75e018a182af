package dev.docket.start;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Flyway reaches by reflection, for native images: the settings that it copies as JSON and merges field by field, and
 * what a failed connection becomes.
 */
@RegisterForReflection(
        classNames = {
            MigrationTypes.CORE + "api.migration.baseline.BaselineMigrationConfigurationExtension",
            // Say which of their properties are none of the JSON's.
            MigrationTypes.CORE + "extensibility.ConfigurationExtension",
            MigrationTypes.CORE + "extensibility.Plugin",
            MigrationTypes.CORE + "internal.configuration.models.ConfigurationModel",
            MigrationTypes.CORE + "internal.configuration.models.DataSourceModel",
            MigrationTypes.CORE + "internal.configuration.models.EnvironmentModel",
            MigrationTypes.CORE + "internal.configuration.models.FlywayEnvironmentModel",
            MigrationTypes.CORE + "internal.configuration.models.FlywayModel",
            MigrationTypes.CORE + "internal.configuration.models.PropertyResolver",
            MigrationTypes.CORE + "internal.exception.sqlExceptions.FlywaySqlNoDriversForInteractiveAuthException",
            MigrationTypes.CORE + "internal.exception.sqlExceptions.FlywaySqlNoIntegratedAuthException",
            MigrationTypes.CORE + "internal.exception.sqlExceptions.FlywaySqlServerUntrustedCertificateSqlException",
            MigrationTypes.CORE + "internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException",
            MigrationTypes.CORE + "internal.logging.javautil.JavaUtilLogCreator",
            MigrationTypes.CORE + "internal.proprietaryStubs.LicensingConfigurationExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.OfflinePermitConfigurationExtensionStub",
            MigrationTypes.CORE + "internal.proprietaryStubs.PATTokenConfigurationExtensionStub",
            MigrationTypes.CORE + "internal.publishing.PublishingConfigurationExtension",
            MigrationTypes.DATABASE + "postgresql.PostgreSQLConfigurationExtension",
            MigrationTypes.DATABASE + "postgresql.TransactionalModel"
        })
final class MigrationTypes {
    static final String CORE = "org.flywaydb.core.";
    static final String DATABASE = "org.flywaydb.database.";

    private MigrationTypes() {}
}
