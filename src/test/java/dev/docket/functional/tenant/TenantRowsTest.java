package dev.docket.functional.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.PostgresResource;
import dev.docket.tenant.ApiKey;
import dev.docket.tenant.ApiKeyRepository;
import dev.docket.tenant.KeyHash;
import dev.docket.tenant.Limits;
import dev.docket.tenant.Organization;
import dev.docket.tenant.OrganizationLimits;
import dev.docket.tenant.OrganizationRepository;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.vertx.RunOnVertxContext;
import io.quarkus.test.vertx.UniAsserter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class TenantRowsTest {
    @Inject
    TenantTables tables;

    @Inject
    OrganizationRepository organizations;

    @Inject
    ApiKeyRepository keys;

    @Inject
    OrganizationLimits limits;

    private final String id = "org_" + UUID.randomUUID();

    @BeforeEach
    void have_tables() {}

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

    @Test
    @RunOnVertxContext
    void a_key_is_revoked_once_and_by_its_owner_alone(UniAsserter steps) {
        steps.execute(() -> Panache.withTransaction(() -> organizations.persist(organization())));
        steps.execute(() -> Panache.withTransaction(() -> keys.persist(key())));
        steps.assertEquals(() -> revoke("org_other"), 0);
        steps.assertEquals(() -> revoke(id), 1);
        steps.assertEquals(() -> revoke(id), 0);
        steps.assertThat(() -> Panache.withSession(() -> keys.listOf(id)), listed -> {
            assertThat(listed).hasSize(1);
            assertThat(listed.get(0).revokedAt).isAfterOrEqualTo(listed.get(0).createdAt);
        });
    }

    private Uni<Integer> revoke(String organization) {
        return Panache.withTransaction(() -> keys.revoke(organization, "key_of_" + id));
    }

    private Organization organization() {
        Organization organization = new Organization();
        organization.id = id;
        organization.name = "Test";
        organization.weight = 3;
        organization.maxRunning = 7;
        return organization;
    }

    private ApiKey key() {
        ApiKey key = new ApiKey();
        key.id = "key_of_" + id;
        key.organizationId = id;
        key.hash = KeyHash.of(id).bytes();
        key.hint = "sk_";
        return key;
    }
}
