package org.lottrace.ledger.internal.follow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.ledger.internal.LeasesService;
import org.lottrace.persistence.testing.TestDatabase;

/** One of several nodes on one database. Its followers work when they are told to. */
final class Node {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final LeasesService leases;
    final LedgerFollowersService followers;

    Node(String name, TestDatabase database, Clock clock, LedgerFollower... followers) {
        leases = new LeasesService(database.unitOfWork(), database.leases(), name, clock);
        this.followers = new LedgerFollowersService(
                database.unitOfWork(),
                database.ledger(),
                database.followers(),
                leases,
                () -> List.of(followers),
                clock);
    }
}
