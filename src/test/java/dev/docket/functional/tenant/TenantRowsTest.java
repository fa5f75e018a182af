package dev.docket.functional.tenant;

import dev.docket.PostgresResource;
import dev.docket.tenant.Limits;
import dev.docket.tenant.Organization;
import dev.docket.tenant.OrganizationLimits;
import dev.docket.tenant.OrganizationRepository;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.vertx.RunOnVertxContext;
import io.quarkus.test.vertx.UniAsserter;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class TenantRowsTest {
    @Inject
    OrganizationRepository organizations;

    @Inject
    OrganizationLimits limits;

    private final String id = "org_" + UUID.randomUUID();

    @Test
    @RunOnVertxContext
    void the_limits_of_a_row_go_before_the_configured_ones(UniAsserter steps) {
        steps.execute(() -> Panache.withTransaction(() -> organizations.persist(organization())));
        steps.assertEquals(() -> limits.of(id), new Limits(3, 7, 0, 1_000_000));
    }

    @Test
    @RunOnVertxContext
    void an_organization_without_a_row_has_the_configured_limits(UniAsserter steps) {
        steps.assertEquals(() -> limits.of(id), new Limits(1, 0, 0, 1_000_000));
    }

    private Organization organization() {
        Organization organization = new Organization();
        organization.id = id;
        organization.name = "Test";
        organization.weight = 3;
        organization.maxRunning = 7;
        return organization;
    }
}
