package org.lottrace.api.movement;

import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** The shelf life that counts from when goods were opened or thawed ({@link org.lottrace.api.lot.ItemProfile#start}). */
@Refusals(of = {Ledger.class, EventTimes.class, MovementCapture.class, LotNumbering.class})
@ProviderType
public interface ShelfLives {
    /**
     * Records that goods were opened or thawed. Their last day of use becomes the day of that at the site and the shelf life of the
     * item, but never later than it was. All of a lot is an event of type {@code LOT_CHANGE}; a part becomes a lot of its own by an
     * event of type {@code SPLIT}, and stays where it is. The day is known of the lot as its {@code openingDate} or
     * {@code thawingDate}. What was recorded by mistake is reversed ({@link Corrections}).
     *
     * <p>One transaction (joins the caller's unit of work or opens one), idempotent by the event id. Usually a report.
     *
     * <p>Refused with {@code SHELF_LIFE_BEGUN} (it was opened, or thawed, before: nothing keeps longer by doing it again),
     * {@code BEGUN_BEFORE_PRODUCTION}, {@code LOT_NUMBER_IN_USE} and {@code LOT_NUMBER_INVALID}. A finding of a report, and a reason to
     * refuse a request: {@code NO_SUCH_SHELF_LIFE} (the item has none that begins like that; its last day stays as it is).
     */
    @Operation(
            name = "lot.begin-shelf-life",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.PRODUCER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "SHELF_LIFE_BEGUN",
                "BEGUN_BEFORE_PRODUCTION",
                "NO_SUCH_SHELF_LIFE",
                "LOT_NUMBER_IN_USE",
                "LOT_NUMBER_INVALID"
            })
    Outcome<RecordedEvent> begin(ShelfLifeBeginning beginning);
}
