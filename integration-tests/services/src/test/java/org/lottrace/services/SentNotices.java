package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** A bakery whose ship notices are kept here instead of being sent, made by the real mapping of the customer. */
final class SentNotices {
    private static final Path MAPPINGS =
            Path.of("..", "..", "edi-mappings").toAbsolutePath().normalize();

    private final List<OutboundTransactionSet> sent = new CopyOnWriteArrayList<>();
    private final WorkingBakery bakery =
            new WorkingBakery(TestCompany.on(TestDatabase.h2().withBakery())
                    .with(Clock.class, Bakery.CLOCK)
                    .with(Interchanges.class, answering(Interchanges.class))
                    .with(WithheldInterchanges.class, answering(WithheldInterchanges.class))
                    .configured("org.lottrace.edi.asn856", Map.of("mappings", MAPPINGS.toString())));

    WorkingBakery bakery() {
        return bakery;
    }

    /** @return the numbers of the lots that are announced in all that was sent by now, of those that fit */
    Set<String> lots(Pattern number) {
        assertEquals(
                0,
                bakery.company()
                        .service(LedgerFollowers.class)
                        .catchUp("asn856", Duration.ofSeconds(60))
                        .lag());
        return sent.stream()
                .flatMap(set -> Pattern.compile("[>\"](" + number + ")[<\"]")
                        .matcher(set.xml())
                        .results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private <T> T answering(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "send" -> {
                        sent.add((OutboundTransactionSet) arguments[0]);
                        yield List.of();
                    }
                    case "withhold" -> false;
                    default -> unasked(method);
                }));
    }

    private static Object unasked(Method method) {
        throw new UnsupportedOperationException(method.toString());
    }
}
