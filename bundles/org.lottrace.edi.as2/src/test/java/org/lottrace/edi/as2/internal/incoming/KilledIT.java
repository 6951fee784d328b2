package org.lottrace.edi.as2.internal.incoming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.edi.as2.internal.message.Disk;
import org.lottrace.edi.as2.internal.outgoing.HttpPost;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.ReceiptKind;
import org.lottrace.edi.as2.internal.peer.DyingDisk;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Settings;

/** Whichever side is killed at whichever step: what was sent is there once. */
class KilledIT {
    private static final int MOST_STEPS = 40;

    @TempDir
    Path folder;

    private Optional<Node> we = Optional.empty();
    private Optional<Node> they = Optional.empty();

    private void start(ReceiptKind receipt) throws Exception {
        Node sender = new Node(folder.resolve("we"), new Settings());
        Node receiver = new Node(folder.resolve("they"), Settings.ofPartner());
        we = Optional.of(sender);
        they = Optional.of(receiver);
        sender.settings.url = Optional.of(receiver.url());
        sender.settings.receipt = receipt;
        if (receipt == ReceiptKind.ASYNCHRONOUS) {
            sender.settings.receiptUrl = Optional.of(sender.url());
            receiver.settings.incomingReceiptUrl = Optional.of(sender.url());
        }
        sender.restart();
        receiver.restart();
    }

    @AfterEach
    void stop() {
        we.ifPresent(Node::close);
        they.ifPresent(Node::close);
    }

    private byte[] write(int number) throws IOException {
        byte[] document = ("FOR:ZZ:ACME document " + number).getBytes(StandardCharsets.US_ASCII);
        Files.write(we.get().folders.outbox().resolve(number + ".edi"), document);
        return document;
    }

    /** Until nothing happens any more. */
    private void goOn() throws IOException {
        for (int i = 0; i < 4 && (i == 0 || !isOver()); i++) {
            we.get().later(Duration.ofHours(1));
            they.get().later(Duration.ofHours(1));
            we.get().look();
            they.get().look();
        }
    }

    private boolean isOver() throws IOException {
        return we.get().names("sending").isEmpty()
                && we.get().names("state").isEmpty()
                && they.get().names("sending").isEmpty();
    }

    private void isThereOnce(byte[] document, int number) throws IOException {
        assertEquals(
                1,
                they.get().documents().stream()
                        .filter(one -> Arrays.equals(one, document))
                        .count(),
                "at step " + number);
        assertTrue(
                we.get().names("sent").containsAll(List.of(number + ".edi", number + ".edi.receipt")),
                "at step " + number);
        assertEquals(number + 1, they.get().documents().size());
        assertEquals(List.of(), we.get().names("sending"));
        assertEquals(List.of(), we.get().names("state"));
        assertEquals(List.of(), we.get().names("dead"));
    }

    @ParameterizedTest
    @CsvSource({"SYNCHRONOUS,false", "SYNCHRONOUS,true", "ASYNCHRONOUS,false", "ASYNCHRONOUS,true"})
    void the_receiver(ReceiptKind receipt, boolean isBehind) throws Exception {
        start(receipt);
        Node receiver = they.get();
        for (int step = 0; step < MOST_STEPS; step++) {
            DyingDisk dying = new DyingDisk(step, isBehind);
            receiver.disk = dying;
            receiver.restart();
            byte[] document = write(step);
            we.get().look();
            killed(receiver);

            receiver.disk = new Disk();
            receiver.restart();
            goOn();

            isThereOnce(document, step);
            if (!dying.hasKilled()) {
                assertTrue(step > 2, "there are steps: " + step);
                return;
            }
        }
        throw new AssertionError("there is no end of steps");
    }

    @ParameterizedTest
    @CsvSource({"SYNCHRONOUS,false", "SYNCHRONOUS,true", "ASYNCHRONOUS,false", "ASYNCHRONOUS,true"})
    void the_sender(ReceiptKind receipt, boolean isBehind) throws Exception {
        start(receipt);
        Node sender = we.get();
        for (int step = 0; step < MOST_STEPS; step++) {
            DyingDisk dying = new DyingDisk(step, isBehind);
            sender.disk = dying;
            sender.restart();
            byte[] document = write(step);
            killed(sender);
            // an asynchronous receipt comes, and perhaps to one who dies from it
            they.get().look();
            killed(sender);

            sender.disk = new Disk();
            sender.restart();
            goOn();

            isThereOnce(document, step);
            if (!dying.hasKilled()) {
                assertTrue(step > 4, "there are steps: " + step);
                return;
            }
        }
        throw new AssertionError("there is no end of steps");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReceiptKind.class,
            names = {"SYNCHRONOUS", "ASYNCHRONOUS"})
    void the_sender_between_its_message_and_the_answer(ReceiptKind receipt) throws Exception {
        start(receipt);
        Node sender = we.get();
        HttpPost real = new HttpPost(Optional.empty(), Duration.ofSeconds(30));
        sender.otherPost = Optional.of((url, headers, body) -> {
            real.send(url, headers, body);
            throw new DyingDisk.Killed();
        });
        sender.restart();
        byte[] document = write(0);
        killed(sender);
        assertArrayEquals(document, they.get().documents().get(0));

        sender.otherPost = Optional.empty();
        sender.restart();
        goOn();

        isThereOnce(document, 0);
    }

    private static void killed(Node node) throws IOException {
        try {
            node.look();
        } catch (DyingDisk.Killed dead) {
            return;
        }
    }
}
