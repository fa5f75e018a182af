package dev.docket.start;

import dev.docket.api.BodyLimits;
import dev.docket.api.DirectConfig;
import dev.docket.bulk.BulkConfig;
import dev.docket.endpoint.FetchConfig;
import dev.docket.endpoint.ProcessorsConfig;
import dev.docket.endpoint.TimeLimitsConfig;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.local.LocalConfig;
import dev.docket.endpoint.local.edit.EditConfig;
import dev.docket.endpoint.local.extract.ExtractConfig;
import dev.docket.endpoint.model.ModelConfig;
import dev.docket.endpoint.noop.NoopConfig;
import dev.docket.endpoint.upstream.UpstreamConfig;
import dev.docket.executor.ExecutorConfig;
import dev.docket.executor.ListenerConfig;
import dev.docket.executor.Roles;
import dev.docket.maintenance.MaintenanceConfig;
import dev.docket.project.ProjectsConfig;
import dev.docket.store.ConnectionLimits;
import dev.docket.store.JobsConfig;
import dev.docket.store.Leases;
import dev.docket.store.ListConfig;
import dev.docket.store.PoolerConfig;
import dev.docket.store.ReplicaConfig;
import dev.docket.store.SessionLimits;
import dev.docket.template.TemplatesConfig;
import dev.docket.tenant.AuthConfig;
import dev.docket.tenant.LimitsConfig;
import dev.docket.trace.TracesConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names that settings have, as the mappings of all packages declare them.
 *
 * @param names one by one, as keys or as variables
 * @param groups the beginnings of those whose ends an operator chooses
 */
record KnownSettings(Set<String> names, Set<String> groups) {
    /** Named one by one: a native binary has no class path to look for them in. */
    static final List<Class<?>> MAPPINGS = List.of(
            AuthConfig.class,
            BodyLimits.class,
            BulkConfig.class,
            ConnectionLimits.class,
            DatabaseConfig.class,
            DirectConfig.class,
            DocketConfig.class,
            DocumentLimits.class,
            EditConfig.class,
            ExecutorConfig.class,
            ExtractConfig.class,
            FetchConfig.class,
            JobsConfig.class,
            Leases.class,
            LimitsConfig.class,
            ListConfig.class,
            ListenerConfig.class,
            LocalConfig.class,
            MaintenanceConfig.class,
            ModelConfig.class,
            NoopConfig.class,
            PoolerConfig.class,
            ProcessorsConfig.class,
            ProjectsConfig.class,
            ReplicaConfig.class,
            Roles.class,
            SessionLimits.class,
            TemplatesConfig.class,
            TimeLimitsConfig.class,
            TracesConfig.class,
            UpstreamConfig.class);

    private static final String CHOSEN = ".*";
    private static final String OF_LIST = "[*]";

    /** As they are written in a file, and as system properties. */
    static KnownSettings keys() {
        Set<String> names = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (Class<?> mapping : MAPPINGS) {
            for (String name : ConfigClass.configClass(mapping).getProperties().keySet()) {
                int chosen = name.indexOf(CHOSEN);
                if (chosen >= 0) {
                    groups.add(name.substring(0, chosen + 1));
                } else if (!name.endsWith(OF_LIST)) {
                    names.add(name);
                }
            }
        }
        return new KnownSettings(names, groups);
    }

    /** The same as environment variables. */
    KnownSettings asVariables() {
        Set<String> variables = new HashSet<>();
        names.forEach(name -> variables.add(variable(name)));
        Set<String> beginnings = new HashSet<>();
        groups.forEach(group -> beginnings.add(variable(group)));
        return new KnownSettings(variables, beginnings);
    }

    boolean has(String name) {
        return names.contains(name) || groups.stream().anyMatch(name::startsWith);
    }

    /** A key as an environment variable. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
