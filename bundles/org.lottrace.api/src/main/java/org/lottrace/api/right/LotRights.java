package org.lottrace.api.right;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who may create, number, split or re-date lots, by class of items and site. The rights come on top of the roles of the operations: where
 * no right says anything, whoever has a role of the operation may. What somebody may not is refused with {@link #LOT_RIGHT_MISSING} when they
 * ask for it; a report ({@link org.lottrace.api.event.Basis}) of what they have done is recorded with that finding, as an exception case. Each call joins the caller's unit of work or
 * opens one.
 */
@ProviderType
public interface LotRights {
    /** Refusal of a request, and finding of a report, of what a right does not allow the caller. It says who may. */
    String LOT_RIGHT_MISSING = "LOT_RIGHT_MISSING";

    /** Refusal of a name of a login that none can have. */
    String USER_WRONG = "USER_WRONG";

    /** Refusal of more logins than are kept for one right. */
    String TOO_MANY_USERS = "TOO_MANY_USERS";

    /** Most logins of one right; give them a role instead. */
    int MOST_USERS = 50;

    /** Most versions there can be: all are kept in memory. */
    int MOST = 20_000;

    /**
     * Makes a new version of the right with that action and scope. Idempotent: when the newest version says the same, there is none.
     * Noted in the audit log.
     *
     * @return the version; every problem: {@code ITEM_CLASS_UNKNOWN}, {@code SITE_UNKNOWN}, {@code USER_WRONG}, {@code TOO_MANY_USERS},
     *     {@code REASON_MISSING}, {@code REASON_TOO_LONG}, {@code CONTROL_CHARACTER}, {@code TOO_MANY_RULES}
     */
    @Operation(
            name = "lot-right.save",
            roles = {Role.ADMINISTRATOR},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "ITEM_CLASS_UNKNOWN",
                "SITE_UNKNOWN",
                USER_WRONG,
                TOO_MANY_USERS,
                Reason.MISSING,
                Reason.TOO_LONG,
                ControlCharacters.CODE,
                "TOO_MANY_RULES"
            })
    Outcome<LotRight> save(Caller caller, LotRightChange change);

    /**
     * @param after goes on after that version; absent: from the first on
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return every version there ever was, by version
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(name = "lot-right.list")
    List<LotRight> list(Optional<Long> after, int limit);

    /**
     * @param after goes on after that version; absent: from the first on
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return the versions that count now, by version
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(name = "lot-right.list-in-force")
    List<LotRight> inForce(Optional<Long> after, int limit);

    /**
     * Says what the caller would be told who asked for it now, so that nobody begins what is for others. Changes nothing.
     *
     * @param action what they would do
     * @param item to lots of that item
     * @param site at that site
     * @return why not ({@link #LOT_RIGHT_MISSING}), with who may; empty when they may, and for an item that is unknown
     */
    @Operation(name = "lot-right.judge", refusals = LOT_RIGHT_MISSING)
    List<Violation> judge(LotAction action, ItemNumber item, SiteId site);

    /** @return whether any right counts: when none does, nothing needs to be looked up */
    boolean areThere();

    /**
     * Judges for whom the thread works ({@link org.lottrace.api.operation.CurrentCaller}); what nobody asked for, such as the work of
     * followers, is not judged.
     *
     * @return why not, with who may; empty when they may
     */
    List<Violation> against(LotAction action, Item item, SiteId site, ViolationPath path);
}
