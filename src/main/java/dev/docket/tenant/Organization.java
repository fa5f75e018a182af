package dev.docket.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A tenant: it owns keys and jobs, and may have limits of its own. A limit that is null is the configured default. */
@Entity
@Table(name = "organization")
public class Organization {
    @Id
    public String id;

    @Column(nullable = false)
    public String name;

    /** Written by the database alone. */
    @Column(name = "created_at", insertable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "max_running")
    public Integer maxRunning;

    @Column(name = "max_running_per_endpoint")
    public Integer maxRunningPerEndpoint;

    @Column(name = "max_queued")
    public Integer maxQueued;

    @Column(nullable = false)
    public int weight = 1;
}
