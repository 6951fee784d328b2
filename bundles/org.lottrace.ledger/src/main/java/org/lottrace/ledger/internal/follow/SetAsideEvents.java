package org.lottrace.ledger.internal.follow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.lease.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a follower has set aside: who waits behind whom, and when it is tried again. */
final class SetAsideEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SetAsideEvents.class);

    private final LedgerFollower follower;
    private final Surroundings with;

    SetAsideEvents(LedgerFollower follower, Surroundings with) {
        this.follower = follower;
        this.with = with;
    }

    /** @return the failures whose events are tried next, each before those that wait behind it */
    List<FollowerFailure> firstOfEachLane() {
        return lanes().stream().map(lane -> lane.get(0).failure()).toList();
    }

    /** Sets aside the events of a page that must wait behind another; call it inside the page's unit of work. */
    List<RecordedEvent> withoutWaiting(List<RecordedEvent> page) {
        Set<String> waiting = waiting().stream()
                .flatMap(event -> event.lane().stream())
                .collect(Collectors.toCollection(HashSet::new));
        if (waiting.isEmpty()) {
            return page;
        }
        List<RecordedEvent> free = new ArrayList<>();
        for (RecordedEvent event : page) {
            Optional<String> lane = follower.lane(event).filter(waiting::contains);
            if (lane.isPresent()) {
                var now = with.clock().instant();
                save(
                        lane,
                        new FollowerFailure(
                                event.position(), 0, now, now, "waits behind another event of " + lane.get()));
            } else {
                free.add(event);
            }
        }
        return free;
    }

    /** Call it inside the unit of work that moves the position behind the event. */
    void add(RecordedEvent event, FollowerFailure failure) {
        save(follower.lane(event), failure);
    }

    /** Call it inside the unit of work that begins a rebuild. */
    void forget() {
        with.store().allSetAside(follower.name()).forEach(event -> with.store()
                .deleteSetAside(follower.name(), event.position()));
    }

    void retryDue(Lease lease) {
        with.unitOfWork().required(this::lanes).stream()
                .filter(lane -> with.isDue(lane.get(0).failure()))
                .forEach(lane -> retry(lane, lease));
    }

    /** @return false when the event is not set aside */
    boolean retry(long position, Lease lease) {
        Optional<List<SetAsideEvent>> lane = with.unitOfWork().required(this::lanes).stream()
                .filter(events -> events.stream().anyMatch(event -> event.position() == position))
                .findFirst();
        lane.ifPresent(events -> retry(events, lease));
        return lane.isPresent();
    }

    /** Until one fails. */
    private void retry(List<SetAsideEvent> lane, Lease lease) {
        for (SetAsideEvent event : lane) {
            try {
                takeIn(event, lease);
            } catch (RuntimeException e) {
                if (Surroundings.isNoFaultOfAnEvent(e)) {
                    throw e;
                }
                failedAgain(event, e, lease);
                return;
            }
        }
    }

    private void takeIn(SetAsideEvent event, Lease lease) {
        with.unitOfWork().run(() -> {
            boolean isStillWaiting = with.store()
                    .lockSetAside(follower.name(), event.position())
                    .filter(there -> there.skipped().isEmpty())
                    .isPresent();
            if (isStillWaiting) {
                follower.follow(with.ledger().after(event.position() - 1, 1));
                with.store().deleteSetAside(follower.name(), event.position());
                with.leases().check(lease);
                with.unitOfWork()
                        .afterCommit(() -> LOG.info(
                                "event that was set aside is taken in follower={} position={}",
                                follower.name(),
                                event.position()));
            }
        });
    }

    private void failedAgain(SetAsideEvent event, RuntimeException why, Lease lease) {
        with.unitOfWork().run(() -> {
            save(
                    event.lane(),
                    with.again(Optional.of(event.failure()), event.position(), follower.longestPause(), why));
            with.leases().check(lease);
        });
        LOG.debug("event stays aside follower={} position={}", follower.name(), event.position(), why);
    }

    private void save(Optional<String> lane, FollowerFailure failure) {
        with.store().saveSetAside(follower.name(), new SetAsideEvent(lane, failure, Optional.empty()));
    }

    private List<SetAsideEvent> waiting() {
        return with.store().allSetAside(follower.name()).stream()
                .filter(event -> event.skipped().isEmpty())
                .toList();
    }

    private List<List<SetAsideEvent>> lanes() {
        List<List<SetAsideEvent>> lanes = new ArrayList<>();
        Map<String, List<SetAsideEvent>> named = new HashMap<>();
        for (SetAsideEvent event : waiting()) {
            List<SetAsideEvent> lane = event.lane().map(named::get).orElse(null);
            if (lane == null) {
                lane = new ArrayList<>();
                lanes.add(lane);
                List<SetAsideEvent> begun = lane;
                event.lane().ifPresent(name -> named.put(name, begun));
            }
            lane.add(event);
        }
        return lanes;
    }
}
