package org.lottrace.response.internal;

import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.answer.AnswerColumn;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.api.recall.report.FollowUp;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.folder.FolderSettings;
import org.lottrace.operation.testing.TestOperations;

/** The supermarket got 240 pieces of lot 0012 and 10 kg of lot L-081 with SH-1, and a notice about them. */
final class AnswerFilesFixture {
    static final RecallCaseId CASE = RecallCaseId.of(1);
    static final String KEY = "R-000001/MARKET/1";
    private static final DocumentReference SH_1 = new DocumentReference(DocumentType.SHIPMENT, "SH-1");
    private static final List<RecallNotice.Goods> GOODS =
            List.of(goods("0012", "240", "C62"), goods("L-081", "10", "KGM"));

    final List<Caller> actors = new ArrayList<>();
    final List<ConsigneeAnswer> recorded = new ArrayList<>();
    boolean databaseIsThere = true;
    /** How many of the goods are still part of the recall. */
    int asked = 2;

    final FolderSettings folders;
    final AnswerLinksService links;
    final AnswerFilesService files;

    AnswerFilesFixture(Path folder) throws IOException {
        folders = AnswerFilesService.folders(
                folder.resolve("inbox"), folder.resolve("archive"), folder.resolve("rejected"));
        links = new AnswerLinksService(configuration(folder.resolve("secret")));
        files = new AnswerFilesService(
                links, reports(), TestOperations.over(cases()), work(), aloneWatching(), folders);
    }

    /** @return the rows as they went out, filled in: nothing left, nothing destroyed, all sold */
    List<Map<AnswerColumn, String>> filledIn() {
        return List.of(row(1, "240"), row(2, "10"));
    }

    private Map<AnswerColumn, String> row(int line, String used) {
        RecallNotice.Goods goods = GOODS.get(line - 1);
        return new EnumMap<>(Map.of(
                AnswerColumn.NOTICE,
                KEY,
                AnswerColumn.CODE,
                links.codeFor(KEY),
                AnswerColumn.LINE,
                String.valueOf(line),
                AnswerColumn.SHIPMENT,
                "SH-1",
                AnswerColumn.ITEM,
                goods.lot().item().value(),
                AnswerColumn.LOT,
                goods.lot().number().value(),
                AnswerColumn.UNIT,
                goods.quantity().unit().code(),
                AnswerColumn.ON_HAND,
                "0",
                AnswerColumn.DESTROYED,
                "0",
                AnswerColumn.USED,
                used));
    }

    /** No other node is there. */
    private static Leases aloneWatching() {
        Lease lease = new Lease("folder/answers", "this node", 1, Bakery.NOW);
        return answering(
                Leases.class,
                Map.of(
                        "acquire", given -> Optional.of(lease),
                        "renew", given -> Optional.of(lease),
                        "check", given -> null,
                        "release", given -> null));
    }

    RecallReports reports() {
        NoticeQueued queued = new NoticeQueued(KEY, Bakery.MARKET, NoticeKind.FIRST, 1);
        return answering(
                RecallReports.class,
                Map.of(
                        "notices",
                        id -> Optional.of(List.of(
                                new NoticeState(queued, Bakery.NOW, List.of(), Optional.empty(), Optional.empty()))),
                        "consignees",
                        id -> Optional.of(List.of(market())),
                        "notice",
                        id -> Optional.of(notice())));
    }

    RecallCases cases() {
        RecallCase recallCase = new RecallCase(CASE, List.of());
        return answering(
                RecallCases.class,
                Map.of(
                        "answer",
                        given -> {
                            actors.add((Caller) given.get(0));
                            recorded.add((ConsigneeAnswer) given.get(2));
                            return new Outcome.Done<>(recallCase);
                        },
                        "find",
                        id -> Optional.of(recallCase)));
    }

    UnitOfWork work() {
        return answering(UnitOfWork.class, Map.of("required", work -> {
            if (!databaseIsThere) {
                throw new StoreUnavailableException("no database", null);
            }
            return ((Supplier<?>) work.get(0)).get();
        }));
    }

    private Consignee market() {
        Quantity none = Quantity.of("0", "C62");
        return new Consignee(
                Bakery.MARKET,
                "Supermarket",
                "",
                "",
                GOODS.subList(0, asked).stream()
                        .map(goods -> new ConsigneeLine(
                                goods.shipment(), goods.lot(), goods.quantity(), none, none, none, none, false, false))
                        .toList(),
                Optional.of(Bakery.NOW),
                "EMAIL",
                0,
                FollowUp.WAITING,
                Optional.empty(),
                Optional.empty());
    }

    private static RecallNotice notice() {
        return new RecallNotice(
                KEY,
                CASE,
                NoticeKind.FIRST,
                "URGENT",
                aParty(Bakery.MARKET).build(),
                GOODS,
                "",
                "",
                List.of(),
                List.of(),
                "",
                Bakery.NOW);
    }

    private static RecallNotice.Goods goods(String lot, String amount, String unit) {
        return new RecallNotice.Goods(
                SH_1,
                "",
                LocalDate.of(2026, 3, 3),
                new LotKey(Bakery.COMPANY, Bakery.BREAD, new LotNumber(lot)),
                "Rye bread",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Quantity.of(amount, unit));
    }

    private static <T> T answering(Class<T> service, Map<String, Function<List<Object>, Object>> answers) {
        return service.cast(
                Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, (proxy, method, given) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return answers.get(method.getName()).apply(List.of(given));
                }));
    }

    private static ResponseConfig configuration(Path secret) {
        return (ResponseConfig) Proxy.newProxyInstance(
                ResponseConfig.class.getClassLoader(),
                new Class<?>[] {ResponseConfig.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "public_url" -> "";
                    case "secret_file" -> secret.toString();
                    case "annotationType" -> (Class<? extends Annotation>) ResponseConfig.class;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
