package org.lottrace.handover.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.EventBuilder.anEvent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.account.store.AccountNumberStore;
import org.lottrace.api.account.store.AccountRuleStore;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.handover.internal.account.EntryNumbering;

/** A journal that is longer than a file. Entries 1, 3 and 5 count on the second day, the others on the first. */
class LongJournalTest {
    @TempDir
    private Path folder;

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 3, 2);
    private static final int MOST = 2;

    private final List<JournalEntry> all =
            IntStream.rangeClosed(1, 5).mapToObj(LongJournalTest::entry).toList();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JournalFilesService files = new JournalFilesService(
            fake(LotCosting.class, this::journal),
            fake(UnitOfWork.class, given -> ((Supplier<?>) given[0]).get()),
            fake(LedgerStore.class, given -> events((Collection<?>) given[0])),
            numbering(),
            new NorwegianSaft(
                    fake(LotCosting.class, this::journal),
                    fake(CostHistory.class, given -> List.of()),
                    fake(CostStore.class, given -> List.of()),
                    numbering(),
                    fake(UnitOfWork.class, given -> ((Supplier<?>) given[0]).get()),
                    fake(ItemStore.class, given -> List.of()),
                    fake(LotStore.class, given -> List.of()),
                    fake(CompanyBooksStore.class, given -> List.of()),
                    fake(PartyStore.class, given -> Optional.empty()),
                    Bakery.CLOCK,
                    fake(SaftConfig.class, given -> "")),
            MOST);

    private static EntryNumbering numbering() {
        return new EntryNumbering(
                fake(AccountRuleStore.class, given -> List.of()),
                fake(AccountNumberStore.class, given -> List.of()),
                fake(LedgerStore.class, given -> events((Collection<?>) given[0])),
                fake(CostStore.class, given -> List.of()),
                fake(ItemStore.class, given -> List.of()),
                Bakery.CLOCK);
    }

    @Test
    void a_file_ends_when_it_is_full_and_says_with_which_number_the_next_begins() {
        JournalFile first = write(JournalRange.Numbers.from(1));

        assertEquals(new JournalFile(JournalFileFormat.HLEDGER, 2, 1, 2, Optional.of(FIRST), 2, 2, true), first);
        assertTrue(
                text().contains("; There are more: this is as many as one file has. By number the next begins with 3"));

        JournalFile last = write(JournalRange.Numbers.from(4));

        assertEquals(new JournalFile(JournalFileFormat.HLEDGER, 2, 4, 5, Optional.of(SECOND), 2, 2, false), last);
        assertTrue(
                text().contains("; 2 entries, the last of them 5.\n; 2 of them have a line without a number"), text());
    }

    @ParameterizedTest
    @EnumSource(names = "SAF_T", mode = EnumSource.Mode.EXCLUDE) // says it in its header
    void every_file_says_how_far_the_books_are_and_what_waits(JournalFileFormat format) throws IOException {
        files.write(format, JournalRange.Numbers.from(1), out);

        String said = "books: position=9; day=" + SECOND + "; ledger=9; waiting=2; list=cost.list-waiting";
        switch (format) {
            case XLSX -> assertTrue(sheet().contains(said), sheet());
            case CSV -> {
                List<String> rows = text().lines().toList();
                assertTrue(rows.get(0).endsWith("," + said), rows.get(0));
                assertTrue(rows.get(1).endsWith(","), "a cell for each head: " + rows.get(1));
            }
            default -> assertTrue(text().lines().toList().get(1).equals("; " + said), text());
        }
    }

    /** Its entries say their size behind themselves, which only a file can be asked for. */
    private String sheet() throws IOException {
        Path file = Files.write(folder.resolve("journal.xlsx"), out.toByteArray());
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void what_is_behind_the_last_number_that_was_asked_for_is_no_more() {
        assertEquals(false, write(new JournalRange.Numbers(1, 2)).more());
        assertEquals(true, write(new JournalRange.Numbers(1, 3)).more());
    }

    @Test
    void files_of_days_have_every_entry_once() {
        JournalFile first = write(new JournalRange.Days(FIRST, SECOND, 0));
        JournalFile second = write(new JournalRange.Days(first.lastDay().orElseThrow(), SECOND, first.last()));
        JournalFile third = write(new JournalRange.Days(second.lastDay().orElseThrow(), SECOND, second.last()));

        assertEquals(List.of("2-4 more", "1-3 more", "5-5"), List.of(said(first), said(second), said(third)));
    }

    private static String said(JournalFile file) {
        return file.first() + "-" + file.last() + (file.more() ? " more" : "");
    }

    private JournalFile write(JournalRange range) {
        out.reset();
        return files.write(JournalFileFormat.HLEDGER, range, out);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As the api says: by number, or by day and number. */
    private Object journal(Object... given) {
        if (given == null) {
            return new CostingProgress(
                    9, 9, Optional.empty(), 2, Optional.of(SECOND)); // the only question without parameters
        }
        if (given.length == 2) {
            return all.stream()
                    .filter(entry -> entry.number() > (long) given[0])
                    .limit((int) given[1])
                    .toList();
        }
        LocalDate from = (LocalDate) given[0];
        return IntStream.of(2, 4, 1, 3, 5)
                .mapToObj(number -> all.get(number - 1))
                .filter(entry -> !entry.accountingDate().isBefore(from))
                .filter(entry -> entry.accountingDate().isAfter(from) || entry.number() > (long) given[2])
                .limit((int) given[3])
                .toList();
    }

    private static Map<EventId, RecordedEvent> events(Collection<?> ids) {
        return ids.stream()
                .map(EventId.class::cast)
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new RecordedEvent(
                                anEvent(id.value(), EventType.COUNT).build(), 1, Bakery.NOW, "0".repeat(64))));
    }

    private static JournalEntry entry(int number) {
        Money amount = Money.parse("EUR " + number + ".00");
        return new JournalEntry(
                number,
                new EventId("e" + number),
                number,
                EventType.COUNT,
                number % 2 == 0 ? FIRST : SECOND,
                new DocumentReference(DocumentType.COUNT_SHEET, "C" + number),
                List.of(line(Account.INVENTORY_ADJUSTMENT, amount), line(Account.WRITE_OFF, amount.negated())));
    }

    private static JournalLine line(Account account, Money amount) {
        return new JournalLine(account, Optional.empty(), Optional.empty(), Optional.empty(), amount);
    }

    private static <S> S fake(Class<S> service, Function<Object[], Object> answer) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, given) -> answer.apply(given)));
    }
}
