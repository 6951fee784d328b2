package org.lottrace.handover.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.account.store.AccountNumberStore.NumberedSum;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.operation.NotPossibleException;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.handover.internal.account.EntryNumbering;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Knows what a file of SAF-T needs beside the entries: the company, groupings of accounts, lots, opening balances. */
@Component(service = NorwegianSaft.class, configurationPid = SaftConfig.PID)
@Designate(ocd = SaftConfig.class)
public final class NorwegianSaft {
    private static final Pattern GROUPING = Pattern.compile("([^=]{1,70})=([^=/]{1,256})/([^=/]{1,35})");
    private static final long NEVER_A_NUMBER = Long.MAX_VALUE - 1;
    private static final int MOST_ATTEMPTS = 5;
    private static final int PAGE = 500;
    private static final int MOST_LOTS = 100_000;

    private final SaftConfig config;
    private final LotCosting costing;
    private final CostHistory history;
    private final CostStore costs;
    private final EntryNumbering numbering;
    private final UnitOfWork unitOfWork;
    private final ItemStore items;
    private final LotStore lots;
    private final CompanyBooksStore companies;
    private final PartyStore parties;
    private final Clock clock;

    @Activate
    public NorwegianSaft(
            @Reference LotCosting costing,
            @Reference CostHistory history,
            @Reference CostStore costs,
            @Reference EntryNumbering numbering,
            @Reference UnitOfWork unitOfWork,
            @Reference ItemStore items,
            @Reference LotStore lots,
            @Reference CompanyBooksStore companies,
            @Reference PartyStore parties,
            @Reference Clock clock,
            SaftConfig config) {
        this.costing = costing;
        this.history = history;
        this.costs = costs;
        this.numbering = numbering;
        this.unitOfWork = unitOfWork;
        this.items = items;
        this.lots = lots;
        this.companies = companies;
        this.parties = parties;
        this.clock = clock;
        this.config = config;
    }

    /**
     * What it is called by the code lists of the tax administration.
     *
     * @param category such as {@code RF-1167}
     */
    record Grouping(String category, String code) {}

    /** @throws NotPossibleException if it is asked for something else than whole days, or nothing is set up for these books */
    SaftText text(JournalRange range, OutputStream to) throws IOException {
        if (!(range instanceof JournalRange.Days days) || days.after() != 0) {
            throw refused(
                    JournalFiles.SAF_T_RANGE_WRONG,
                    "SAF-T has whole days: ask with the first and the last day, and no entry after which it begins");
        }
        Taxpayer taxpayer = CurrentBooks.company()
                .map(this::keeper)
                .orElseGet(() -> new Taxpayer(config.registration_number(), config.company_name()));
        return new SaftText(this, days, taxpayer, groupings(taxpayer), to);
    }

    /** Whose books a file is of. */
    record Taxpayer(String registrationNumber, String name) {}

    /** What was said when its books were opened, and its name as a party. */
    private Taxpayer keeper(PartyId company) {
        return unitOfWork.required(() -> new Taxpayer(
                companies.all().stream()
                        .filter(books -> books.company().equals(company))
                        .map(CompanyBooks::taxNumber)
                        .findFirst()
                        .orElse(""),
                parties.find(company).map(Party::name).orElse("")));
    }

    private Map<String, Grouping> groupings(Taxpayer taxpayer) {
        List<String> problems = new ArrayList<>();
        boolean isCommon = CurrentBooks.company().isEmpty();
        missing(
                isCommon ? "registration.number" : "the tax number with which the books of the company were opened",
                taxpayer.registrationNumber(),
                problems);
        missing(isCommon ? "company.name" : "the name of the company", taxpayer.name(), problems);
        missing("contact.first.name", config.contact_first_name(), problems);
        missing("contact.last.name", config.contact_last_name(), problems);
        Map<String, Grouping> groupings = new HashMap<>();
        // a file has one text with commas between them
        for (String text : String.join(",", config.groupings()).split(",")) {
            Matcher grouping = GROUPING.matcher(text.strip());
            if (grouping.matches()) {
                String number = grouping.group(1).strip();
                Grouping said = new Grouping(
                        grouping.group(2).strip(), grouping.group(3).strip());
                Grouping before = groupings.putIfAbsent(number, said);
                if (before != null && !before.equals(said)) {
                    problems.add("groupings: " + number + " is there twice");
                }
            } else if (!text.isBlank()) {
                problems.add("groupings: \"" + text + "\" is not NUMBER=CATEGORY/CODE");
            }
        }
        if (!problems.isEmpty()) {
            throw notSetUp(problems);
        }
        return groupings;
    }

    private static void missing(String name, String value, List<String> problems) {
        if (value.isBlank()) {
            problems.add(name + " is empty");
        }
    }

    static NotPossibleException notSetUp(List<String> problems) {
        return refused(
                JournalFiles.SAF_T_NOT_SET_UP,
                "SAF-T is not set up in " + SaftConfig.PID + ": " + String.join("; ", problems));
    }

    static NotPossibleException refused(String code, String message) {
        return new NotPossibleException(new Violation(code, ViolationPath.WHOLE, message));
    }

    SaftConfig config() {
        return config;
    }

    /** @return of what is installed */
    static String version() {
        return Optional.ofNullable(FrameworkUtil.getBundle(NorwegianSaft.class))
                .map(bundle -> bundle.getVersion().toString())
                .orElse("outside a framework");
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /**
     * The database adds up the entries that were handed over, and all others while there is no rule. Only entries that a rule has still to
     * number are read. When some of them are handed over meanwhile, it begins again.
     *
     * @param balances empty; gets what all entries before that day left
     * @throws NotPossibleException if they are handed over all the time
     */
    void openings(LocalDate day, SaftBalances balances) {
        costing.journal(NEVER_A_NUMBER, 1); // what is committed is booked
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            balances.forget();
            List<NumberedSum> sums = sumsBefore(day);
            sums.forEach(balances::open);
            unnumbered(day, balances);
            costing.journal(NEVER_A_NUMBER, 1); // nobody has begun the books anew meanwhile
            if (times(sumsBefore(day)).equals(times(sums))) {
                return;
            }
        }
        throw refused(
                JournalFiles.SAF_T_RANGE_WRONG,
                "entries before " + day + " are just being handed over or booked; ask again when that is done");
    }

    /** @return how many events up to that day cannot be booked yet, or wait for one that cannot, in the books of all companies */
    long waiting(LocalDate day) {
        long count = 0;
        long after = 0;
        List<WaitingCost> page;
        do {
            page = costing.waiting(after, PAGE);
            count += page.stream().filter(event -> !event.day().isAfter(day)).count();
            after = page.isEmpty() ? after : page.get(page.size() - 1).position();
        } while (page.size() == PAGE);
        return count;
    }

    private List<NumberedSum> sumsBefore(LocalDate day) {
        return unitOfWork.required(() -> numbering.sumsBefore(day));
    }

    /** In any order; what was handed over and what was not may add up to the same. */
    private static Map<NumberedSum, Long> times(List<NumberedSum> sums) {
        return sums.stream().collect(Collectors.groupingBy(sum -> sum, Collectors.counting()));
    }

    private void unnumbered(LocalDate day, SaftBalances balances) {
        long after = 0;
        List<Long> page;
        do {
            long last = after;
            page = unitOfWork.required(() -> {
                List<Long> numbers = numbering.unnumberedBefore(day, last, PAGE);
                List<JournalEntry> entries = costs.numbered(numbers);
                List<EntryNumbers> numbered = numbering.of(entries);
                for (int i = 0; i < entries.size(); i++) {
                    balances.open(entries.get(i), numbered.get(i));
                }
                return numbers;
            });
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    /** @return what was on stock at the end of that day, by lot */
    Map<LotKey, LotCost> stock(LocalDate day) {
        long known = history.knowledge(Optional.empty());
        Map<LotKey, LotCost> stock = new TreeMap<>();
        Optional<LotKey> last = Optional.empty();
        do {
            List<LotCost> page = history.inventory(day, known, last, PAGE);
            page.forEach(lot -> stock.put(lot.lot(), lot));
            if (stock.size() > MOST_LOTS) {
                throw refused(
                        JournalFiles.SAF_T_RANGE_WRONG,
                        "there are more than " + MOST_LOTS + " lots on stock on " + day + ", more than one file holds");
            }
            last = page.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).lot());
        } while (last.isPresent());
        return stock;
    }

    /** @return when they expire, of those that do; a page of them is asked for at a time */
    Map<LotKey, LocalDate> expiries(Collection<LotKey> keys) {
        Map<LotKey, LocalDate> expiries = new HashMap<>();
        List<LotKey> all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += PAGE) {
            List<LotKey> page = all.subList(i, Math.min(all.size(), i + PAGE));
            unitOfWork.required(() -> lots.withKeys(page)).forEach(lot -> lot.expiry()
                    .ifPresent(day -> expiries.put(lot.key(), day)));
        }
        return expiries;
    }

    /** @return what they are called, of those that are called something */
    Map<ItemNumber, String> descriptions(Collection<ItemNumber> numbers) {
        return unitOfWork.required(() -> items.withNumbers(numbers)).stream()
                .filter(item -> !item.description().isBlank())
                .collect(Collectors.toMap(Item::number, Item::description));
    }
}
