package dev.docket.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is kept of a key: its hash, never the key itself, and enough for a human to tell it from others. */
@Entity
@Table(name = "api_key")
@NamedQuery(name = ApiKey.BY_HASH, query = "from ApiKey where hash = ?1")
public class ApiKey {
    /** Named, so that it is parsed at start-up and not on an event loop during the first call. */
    static final String BY_HASH = "ApiKey.byHash";

    @Id
    public String id;

    @Column(name = "organization_id", nullable = false)
    public String organizationId;

    public String name;

    /** SHA-256 of the whole key. */
    @Column(nullable = false)
    public byte[] hash;

    /** The few characters of the key that lists show. */
    @Column(nullable = false)
    public String hint;

    /** Written by the database alone. */
    @Column(name = "created_at", insertable = false, updatable = false)
    public Instant createdAt;

    /** When the key stopped being accepted; null while it is good. */
    @Column(name = "revoked_at")
    public Instant revokedAt;
}
