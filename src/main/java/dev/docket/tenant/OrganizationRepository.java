package dev.docket.tenant;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The organizations, by id. */
@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<Organization, String> {}
