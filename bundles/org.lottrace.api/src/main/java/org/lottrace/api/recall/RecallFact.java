package org.lottrace.api.recall;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * One thing that became a fact in a case. Everything a case says now is derived from these.
 *
 * <p>Over 250 lines, because the kinds of a sealed interface are read together: short records, and what each of them means.
 */
public sealed interface RecallFact {
    /** The case exists. */
    record Opened(RecallOpening opening) implements RecallFact {
        public Opened {
            Objects.requireNonNull(opening);
        }
    }

    /** There is another version of the scope. */
    record ScopeSet(ScopeVersion scope) implements RecallFact {
        public ScopeSet {
            Objects.requireNonNull(scope);
        }
    }

    /**
     * Everything live of these lots was stopped.
     *
     * @param event the event that recalled them; absent when all were recalled before
     * @param lots those that were not recalled before
     * @param cancelled the reservations that were taken away, those of picked goods included
     * @param withheld shipments whose ship notice was not sent yet and is withheld
     * @param inTransit goods that may still be on the road: between own sites, to consignees, and announced by suppliers
     */
    record StockBlocked(
            Optional<EventId> event,
            List<LotKey> lots,
            List<CancelledReservation> cancelled,
            List<DocumentReference> withheld,
            List<GoodsInTransit> inTransit)
            implements RecallFact {
        public StockBlocked {
            Objects.requireNonNull(event);
            lots = List.copyOf(lots);
            cancelled = List.copyOf(cancelled);
            withheld = List.copyOf(withheld);
            inTransit = List.copyOf(inTransit);
        }
    }

    /**
     * Lots were taken out of the recall; they are on hold.
     *
     * @param event the event that did so; absent when another case keeps all of them recalled
     * @param lots which lots
     * @param sent shipments whose withheld ship notice goes out now
     */
    record StockFreed(Optional<EventId> event, List<LotKey> lots, List<DocumentReference> sent) implements RecallFact {
        public StockFreed {
            Objects.requireNonNull(event);
            lots = List.copyOf(lots);
            sent = List.copyOf(sent);
        }
    }

    /**
     * A notice waits to be sent.
     *
     * @param key makes it unique for the receiver, however often it arrives
     * @param party to whom
     * @param kind why
     * @param scopeVersion the version it tells about
     */
    record NoticeQueued(String key, PartyId party, NoticeKind kind, int scopeVersion) implements RecallFact {
        public NoticeQueued {
            Objects.requireNonNull(key);
            Objects.requireNonNull(party);
            Objects.requireNonNull(kind);
        }
    }

    /**
     * It was tried to tell a consignee.
     *
     * @param key of the queued notice
     * @param party to whom
     * @param method how, such as {@code EMAIL} or {@code TELEPHONE}
     * @param sent whether it went out
     * @param detail to which address, or why it did not
     */
    record NoticeAttempted(String key, PartyId party, String method, boolean sent, String detail)
            implements RecallFact {
        public NoticeAttempted {
            Objects.requireNonNull(key);
            Objects.requireNonNull(party);
            Objects.requireNonNull(method);
            Objects.requireNonNull(detail);
        }
    }

    /**
     * A consignee answered.
     *
     * @param answer what they said
     * @param returnedBefore what had come back from them then: what comes back later was in their hands when they said so
     */
    record Answered(ConsigneeAnswer answer, Quantity returnedBefore) implements RecallFact {
        public Answered {
            Objects.requireNonNull(answer);
            Objects.requireNonNull(returnedBefore);
        }
    }

    /**
     * It was drawn who is checked.
     *
     * @param percent of the consignees
     * @param seed anybody can repeat the draw with it
     * @param scopeVersion the version whose consignees were drawn from
     * @param consignees how many there were
     * @param sample those who are checked, by number
     * @param reason why it was drawn again; empty for the first draw
     */
    record SampleDrawn(
            BigDecimal percent, long seed, int scopeVersion, int consignees, List<PartyId> sample, String reason)
            implements RecallFact {
        public SampleDrawn {
            percent = percent.stripTrailingZeros();
            sample = List.copyOf(sample);
            Objects.requireNonNull(reason);
        }
    }

    /** A consignee of the sample was checked. */
    record Checked(EffectivenessCheck check) implements RecallFact {
        public Checked {
            Objects.requireNonNull(check);
        }
    }

    /** Something was decided for own stock. */
    record Disposed(RecallDisposal disposal) implements RecallFact {
        public Disposed {
            Objects.requireNonNull(disposal);
        }
    }

    /**
     * Something that belongs into the file of the case.
     *
     * @param topic what it is about
     * @param reference number of a letter, a report or a corrective action elsewhere; empty when there is none
     * @param text what was said or done, for people
     */
    record Noted(NoteTopic topic, String reference, String text) implements RecallFact {
        public Noted {
            Objects.requireNonNull(topic);
            Objects.requireNonNull(reference);
            Objects.requireNonNull(text);
        }
    }

    /**
     * A status report was given (21 CFR 7.53(b)).
     *
     * @param consignees how many there were
     * @param notified how many of them were told
     * @param answered how many of them answered
     * @param estimatedCompletion when the recall is expected to be complete
     */
    record StatusReported(int consignees, int notified, int answered, LocalDate estimatedCompletion)
            implements RecallFact {
        public StatusReported {
            Objects.requireNonNull(estimatedCompletion);
        }
    }

    /**
     * The actor of this step signed for what stays open.
     *
     * @param points what was open
     * @param reason why it may stay so
     */
    record SignedFor(List<OpenPoint> points, String reason) implements RecallFact {
        public SignedFor {
            points = List.copyOf(points);
            Objects.requireNonNull(reason);
        }
    }

    /**
     * A step was recorded by mistake: it stays in the file and counts no longer.
     *
     * @param step its number
     * @param reason what the mistake was
     */
    record Struck(int step, String reason) implements RecallFact {
        public Struck {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * The case should never have been opened: nothing is affected, and who was told is told so.
     *
     * @param reason why, for people
     */
    record Cancelled(String reason) implements RecallFact {
        public Cancelled {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * Nothing is added to the case after this.
     *
     * @param summary how effective it was, for people
     */
    record Closed(String summary) implements RecallFact {
        public Closed {
            Objects.requireNonNull(summary);
        }
    }

    /**
     * A reservation that was taken away.
     *
     * @param orderLine for which line it was
     * @param lot which lot
     * @param place where the goods are: what was picked stands at a picking or shipping location
     * @param quantity in the base unit
     */
    record CancelledReservation(OrderLineReference orderLine, LotKey lot, Place place, Quantity quantity) {
        public CancelledReservation {
            Objects.requireNonNull(orderLine);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(place);
            Objects.requireNonNull(quantity);
        }
    }

    /**
     * Goods that were on their way when the case was opened or widened. Own goods between own sites and announced goods are
     * blocked by the disposition of their lot, wherever they arrive; goods on the road to a consignee are to be intercepted.
     *
     * @param state {@code IN_TRANSIT}, {@code ON_THE_ROAD} or {@code ANNOUNCED}
     * @param document the last transfer order, the shipment or the ship notice; absent when the event names none
     * @param position the road to an own site, the consignee, or the supplier, with the logistic unit they are in
     * @param lot which lot
     * @param quantity in the base unit
     * @param due agreed delivery date, when they are on the road to a consignee
     */
    record GoodsInTransit(
            Whereabouts.State state,
            Optional<DocumentReference> document,
            Position position,
            LotKey lot,
            Quantity quantity,
            Optional<LocalDate> due) {
        /** @throws IllegalArgumentException if goods in that state are not on their way */
        public GoodsInTransit {
            if (!state.isMoving()) {
                throw new IllegalArgumentException("goods that are " + state + " are not on their way");
            }
            Objects.requireNonNull(document);
            Objects.requireNonNull(position);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(due);
        }
    }
}
