package org.lottrace.persistence.internal.follower;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.lottrace.api.lease.Lease;

/** A row of {@code lease}. */
@Entity
@Table(name = "lease")
public class LeaseEntity {
    @Id
    @Column(name = "lease_name", length = 100)
    String name;

    @Column(name = "owner", length = 200)
    String owner;

    @Column(name = "token")
    long token;

    @Column(name = "until_at")
    Instant until;

    protected LeaseEntity() {}

    LeaseEntity(Lease lease) {
        name = lease.name();
        owner = lease.owner();
        token = lease.token();
        until = lease.until();
    }

    Lease toLease() {
        return new Lease(name, owner, token, until);
    }
}
