package dev.docket.tenant;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** The organizations, by id. */
@Singleton
public class OrganizationRepository implements PanacheRepositoryBase<Organization, String> {}
