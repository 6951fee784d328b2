package org.lottrace.genealogy.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.genealogy.internal.graph.GraphSnapshot;
import org.lottrace.ledger.internal.LeasesService;
import org.lottrace.ledger.internal.follow.LedgerFollowersService;
import org.lottrace.persistence.testing.TestDatabase;

/** Genealogy as it runs, with the graph fed by the ledger's followers. */
final class FedGenealogy {
    final LedgerFollowersService followers;
    final GraphFeed feed;
    final GenealogyService service;

    FedGenealogy(TestDatabase database, LedgerStore ledger, Optional<GraphSnapshot> snapshot) {
        feed = new GraphFeed(database.unitOfWork(), ledger, snapshot, this::load);
        followers = new LedgerFollowersService(
                database.unitOfWork(),
                ledger,
                database.followers(),
                new LeasesService(database.unitOfWork(), database.leases(), "test", Bakery.CLOCK),
                () -> List.of(feed),
                Bakery.CLOCK);
        service = new GenealogyService(database.unitOfWork(), ledger, RecordedEvents.whereabouts(database), feed);
    }

    /** As at the end of the program. */
    void stop() {
        try {
            followers.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        feed.stop();
    }

    private Optional<FollowerFailure> load() {
        return followers.catchUp(GraphFeed.NAME, Duration.ofMinutes(1)).failure();
    }
}
