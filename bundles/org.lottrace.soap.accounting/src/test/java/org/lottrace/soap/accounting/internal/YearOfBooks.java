package org.lottrace.soap.accounting.internal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.web.gate.testing.GatedServer;

/**
 * A server of its own with the books of a large year: {@value #ENTRIES} entries, some 1,100 a day, each made when it is asked for. Prints its
 * port, and ends when its input does.
 */
final class YearOfBooks {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static final long ENTRIES = 400_000;
    private static final long DAYS = ChronoUnit.DAYS.between(FIRST, LAST) + 1;

    private YearOfBooks() {}

    public static void main(String[] arguments) throws IOException {
        LotCosting books = (LotCosting) Proxy.newProxyInstance(
                LotCosting.class.getClassLoader(), new Class<?>[] {LotCosting.class}, (proxy, method, asked) -> {
                    if (method.getName().equals("journal") && asked.length == 4) {
                        return journal((LocalDate) asked[0], (LocalDate) asked[1], (long) asked[2], (int) asked[3]);
                    }
                    if (method.getName().equals("progress")) {
                        return new CostingProgress(ENTRIES, ENTRIES, Optional.empty());
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
        AccountNumbers numbers = (AccountNumbers) Proxy.newProxyInstance(
                AccountNumbers.class.getClassLoader(),
                new Class<?>[] {AccountNumbers.class},
                (proxy, method, asked) -> {
                    if (method.getName().equals("find")) {
                        return BakeryNumbers.of(((Collection<?>) asked[0])
                                .stream().map(number -> entry((long) number)).toList());
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
        try (GatedServer server =
                GatedServer.start().with("/accounting", new AccountingEndpoint(TestOperations.over(books, numbers)))) {
            System.out.println(server.uri("").getPort());
            while (System.in.read() >= 0) {
                // until whoever started it has enough
            }
        }
    }

    private static List<JournalEntry> journal(LocalDate from, LocalDate to, long after, int limit) {
        return LongStream.iterate(Math.max(after + 1, firstOf(from)), number -> number <= ENTRIES, number -> number + 1)
                .takeWhile(number -> !day(number).isAfter(to))
                .limit(limit)
                .mapToObj(YearOfBooks::entry)
                .toList();
    }

    private static LocalDate day(long number) {
        return FIRST.plusDays((number - 1) * DAYS / ENTRIES);
    }

    private static long firstOf(LocalDate day) {
        long before = Math.max(0, ChronoUnit.DAYS.between(FIRST, day));
        return (before * ENTRIES + DAYS - 1) / DAYS + 1;
    }

    private static JournalEntry entry(long number) {
        return new JournalEntry(
                number,
                new EventId("event-" + number),
                number,
                EventType.RECEIVE,
                day(number),
                new DocumentReference(DocumentType.SHIP_NOTICE, "N" + number),
                List.of(line(Account.INVENTORY, "12.50"), line(Account.GOODS_RECEIVED_NOT_INVOICED, "-12.50")));
    }

    private static JournalLine line(Account account, String amount) {
        return new JournalLine(
                account, Optional.empty(), Optional.empty(), Optional.empty(), Money.parse("EUR " + amount));
    }
}
