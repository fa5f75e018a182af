package dev.docket.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is kept of a key: its hash, never the key itself, and enough for a human to tell it from others. */
@Entity
@Table(name = "api_key")
public class ApiKey {
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
