package org.lottrace.lot.master.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.right.store.LotRightStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the rights and judges by them. Numbers come from a sequence that is locked to the commit, so none is seen before a lower one. */
@Component(service = LotRights.class)
public final class LotRightsService implements LotRights {
    private static final Logger LOG = LoggerFactory.getLogger(LotRightsService.class);
    private static final String SEQUENCE = "lot.right";
    private static final int MOST_ROWS = 2_000;
    private static final int LONGEST_USER = 200;

    /** Where logins are kept on this host; the only field that changes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<AuditLog> audits = List.of();

    private final UnitOfWork unitOfWork;
    private final LotRightStore rights;
    private final ItemStore items;
    private final SiteStore sites;
    private final NumberSequences numbers;
    private final Ledger ledger;
    private final Clock clock;

    @Activate
    public LotRightsService(
            @Reference UnitOfWork unitOfWork,
            @Reference LotRightStore rights,
            @Reference ItemStore items,
            @Reference SiteStore sites,
            @Reference NumberSequences numbers,
            @Reference Ledger ledger,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.rights = rights;
        this.items = items;
        this.sites = sites;
        this.numbers = numbers;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Outcome<LotRight> save(Caller caller, LotRightChange change) {
        Outcome<LotRight> outcome = unitOfWork.required(() -> {
            List<Violation> problems = problemsOf(change);
            return problems.isEmpty() ? add(caller, change) : new Outcome.Refused<>(problems);
        });
        if (outcome instanceof Outcome.Done<LotRight> done) {
            String detail = "version " + done.value().version() + ": " + said(change) + "; " + change.reason();
            LOG.info("lot right saved {} by={}", detail, caller.name());
            audits.forEach(audit -> audit.configured(caller, "lot rights", detail));
        }
        return outcome;
    }

    private Outcome<LotRight> add(Caller caller, LotRightChange change) {
        long number = numbers.next(SEQUENCE);
        ledger.lockHead(); // a movement that is under way has been recorded, or begins again and sees it
        List<LotRight> all = rights.all();
        Optional<LotRight> before = all.stream()
                .filter(right -> right.change().action() == change.action()
                        && right.change().scope().equals(change.scope()))
                .reduce((older, newer) -> newer);
        if (before.filter(right -> right.change().users().equals(change.users())
                        && right.change().roles().equals(change.roles()))
                .isPresent()) {
            return new Outcome.AlreadyDone<>(before.get());
        }
        if (all.size() >= MOST) {
            return new Outcome.Refused<>(List.of(new Violation(
                    "TOO_MANY_RULES", "scope", "there are " + MOST + " versions of rights already; no more are kept")));
        }
        LotRight right = new LotRight(number, change, caller.name(), clock.instant());
        rights.insert(right);
        return new Outcome.Done<>(right);
    }

    private List<Violation> problemsOf(LotRightChange change) {
        List<Violation> problems = new ArrayList<>();
        change.scope()
                .itemClass()
                .filter(name -> items.ofClass(name).isEmpty())
                .ifPresent(name -> problems.add(new Violation(
                        "ITEM_CLASS_UNKNOWN",
                        ViolationPath.of("scope").then("itemClass"),
                        "no item is of the class " + name + "; give it to an item first")));
        change.scope()
                .site()
                .filter(site -> sites.find(site).isEmpty())
                .ifPresent(site -> problems.add(new Violation(
                        "SITE_UNKNOWN",
                        ViolationPath.of("scope").then("site"),
                        "site " + site + " is not known; send it first")));
        if (change.users().size() > MOST_USERS) {
            problems.add(new Violation(
                    TOO_MANY_USERS,
                    "users",
                    "a right names " + MOST_USERS + " logins at most; give them a role and name that"));
        }
        change.users().stream()
                .filter(user -> user.isBlank()
                        || user.length() > LONGEST_USER
                        || ControlCharacters.in(user, ViolationPath.of("users")).isPresent())
                .sorted()
                .forEach(user -> problems.add(new Violation(
                        USER_WRONG,
                        "users",
                        "no login is called \"" + user.replaceAll("\\p{Cntrl}", "?")
                                + "\": a name is 1 to 200 characters without control characters")));
        problems.addAll(MasterChecks.againstReason(change.reason()));
        return problems;
    }

    @Override
    public List<LotRight> list(Optional<Long> after, int limit) {
        return page(unitOfWork.required(rights::all), after, limit);
    }

    @Override
    public List<LotRight> inForce(Optional<Long> after, int limit) {
        return page(LotRight.inForce(unitOfWork.required(rights::all)), after, limit);
    }

    private static List<LotRight> page(List<LotRight> all, Optional<Long> after, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
        return all.stream()
                .filter(right -> right.version() > after.orElse(0L))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Violation> judge(LotAction action, ItemNumber item, SiteId site) {
        return unitOfWork.required(() -> items.find(item)
                .map(known -> against(action, known, site, ViolationPath.of("item")))
                .orElse(List.of()));
    }

    @Override
    public boolean areThere() {
        return !rights.all().isEmpty();
    }

    @Override
    public List<Violation> against(LotAction action, Item item, SiteId site, ViolationPath path) {
        List<LotRight> all = rights.all();
        Optional<Caller> caller = CurrentCaller.get();
        if (all.isEmpty() || caller.isEmpty()) {
            return List.of();
        }
        return LotRight.deciding(LotRight.inForce(all), action, item, site).stream()
                .filter(right -> !right.change().names(caller.get()))
                .map(right -> new Violation(
                        LOT_RIGHT_MISSING,
                        path,
                        caller.get().name() + " may not " + words(action) + " lots of item " + item.number()
                                + " at site " + site + "; " + who(right.change())
                                + " may: ask them, or an administrator for the right"))
                .toList();
    }

    private static String words(LotAction action) {
        return switch (action) {
            case CREATE -> "create";
            case NUMBER -> "number";
            case SPLIT -> "split, merge, relabel or repack";
            case REDATE -> "re-date";
        };
    }

    private static String who(LotRightChange change) {
        return Stream.concat(
                        change.users().stream().sorted(),
                        change.roles().stream().map(Role::code).sorted().map(role -> "who has the role " + role))
                .collect(Collectors.joining(" or "));
    }

    private static String said(LotRightChange change) {
        String where = change.scope().itemClass().map(name -> "class " + name).orElse("all items") + " at "
                + change.scope().site().map(site -> "site " + site).orElse("all sites");
        return change.action().code() + " of " + where + " is "
                + (change.isEnd() ? "for everybody with a role of the operation" : "for " + who(change));
    }
}
