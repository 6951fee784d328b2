package org.lottrace.soap.accounting.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.soap.accounting.internal.wire.WireAccount;
import org.lottrace.soap.accounting.internal.wire.WireDocumentType;
import org.lottrace.soap.accounting.internal.wire.WireEventType;

/** Whatever can stand in an answer has its word on the wire. */
class VocabularyTest {
    private static final Set<EventType> MOVE_NO_VALUE = EnumSet.of(
            EventType.PUT_AWAY,
            EventType.TRANSFER,
            EventType.PICK,
            EventType.PACK,
            EventType.UNPACK,
            EventType.DELIVER,
            EventType.HOLD,
            EventType.RELEASE,
            EventType.LOT_CHANGE,
            EventType.ANCHOR,
            EventType.NOTICE_CLOSE);

    @Test
    void every_event_that_is_booked() {
        assertEquals(
                codes(EnumSet.complementOf(EnumSet.copyOf(MOVE_NO_VALUE)).stream()),
                Stream.of(WireEventType.values()).map(WireEventType::value).collect(Collectors.toSet()));
    }

    @Test
    void every_account_and_every_document() {
        assertEquals(
                codes(Stream.of(Account.values())),
                Stream.of(WireAccount.values()).map(WireAccount::value).collect(Collectors.toSet()));
        assertEquals(
                codes(Stream.of(DocumentType.values())),
                Stream.of(WireDocumentType.values())
                        .map(WireDocumentType::value)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> codes(Stream<? extends Coded> constants) {
        return constants.map(Coded::code).collect(Collectors.toSet());
    }
}
