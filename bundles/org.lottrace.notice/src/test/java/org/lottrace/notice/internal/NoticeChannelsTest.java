package org.lottrace.notice.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeText;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.partner.Party;
import org.lottrace.api.recall.answer.AnswerLinks;
import org.lottrace.api.recall.notice.NoticeNotSentException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.ComponentException;

class NoticeChannelsTest {
    private static final Optional<AnswerLinks> PAGE = Optional.of(new AnswerLinks() {
        @Override
        public Optional<URI> linkFor(String noticeKey) {
            return Optional.of(URI.create("https://recall.example/answer?notice=" + noticeKey));
        }

        @Override
        public String codeFor(String noticeKey) {
            return "CODE-of-" + noticeKey;
        }
    });

    @Test
    void an_email_says_what_the_notice_says_and_carries_the_goods_as_a_file() throws Exception {
        try (Server server = new Server()) {
            new MailChannel(mail(server.port()), PAGE).send(Notices.to(Notices.SUPERMARKET));

            MimeMessage received = server.received().get(0);
            assertEquals("URGENT: FOOD RECALL (R-000001)", received.getSubject());
            assertEquals("recalls@market.example", received.getAllRecipients()[0].toString());
            Multipart parts = (Multipart) received.getContent();
            String text = (String) parts.getBodyPart(0).getContent();
            assertTrue(text.contains("Rye bread, 750 g, lot L-081"), text);
            assertTrue(text.contains(", serial numbers SN-1, SN-2"), text);
            assertTrue(text.contains("To Supermarket Łódź"), text);
            assertTrue(
                    text.contains("Answer here: https://recall.example/answer?notice=R-000001/1/MARKET/FIRST"), text);
            BodyPart goods = parts.getBodyPart(1);
            assertEquals("R-000001-goods.csv", goods.getFileName());
            String rows = new String(goods.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(
                    rows.contains("CODE-of-R-000001/1/MARKET/FIRST,1,SH-1,2026-03-03,\"PO \"\"77\"\"\",BREAD,"), rows);
            assertTrue(text.contains("send it to quality@bakery.example"), text);
        }
    }

    @Test
    void a_notice_that_is_sent_again_has_the_same_message_id() throws Exception {
        try (Server server = new Server()) {
            MailChannel channel = new MailChannel(mail(server.port()), Optional.empty());
            channel.send(Notices.to(Notices.SUPERMARKET));
            channel.send(Notices.to(Notices.SUPERMARKET));

            assertEquals(
                    server.received().get(0).getMessageID(),
                    server.received().get(1).getMessageID());
        }
    }

    @Test
    void a_security_that_does_not_exist_is_refused_before_the_first_notice_with_those_that_do() {
        MailConfig wrong = mail(25, () -> {
            throw new ComponentException("no constant SSL");
        });

        String refusal = assertThrows(IllegalArgumentException.class, () -> new MailChannel(wrong, PAGE))
                .getMessage();

        assertTrue(refusal.contains("security in org.lottrace.notice.mail.cfg"), refusal);
        assertTrue(refusal.contains("[STARTTLS, TLS, NONE]"), refusal);
    }

    @Test
    void a_server_that_is_not_there_is_said_with_its_address() {
        MailChannel nowhere = new MailChannel(mail(1), Optional.empty());

        NoticeNotSentException failure =
                assertThrows(NoticeNotSentException.class, () -> nowhere.send(Notices.to(Notices.SUPERMARKET)));

        assertTrue(failure.getMessage().contains("127.0.0.1:1"), failure.getMessage());
    }

    @Test
    void a_letter_is_a_pdf_with_every_word_and_a_file_of_the_goods(@TempDir Path folder) throws Exception {
        new LetterChannel(letters(folder.toString()), PAGE).send(Notices.to(Notices.SUPERMARKET));

        try (PDDocument letter =
                Loader.loadPDF(folder.resolve("R-000001-1-MARKET-FIRST.pdf").toFile())) {
            String text = new PDFTextStripper().getText(letter).replaceAll("\\s+", " ");
            assertTrue(text.startsWith("Supermarket Łódź Łąkowa 7 90-001 Łódź PL URGENT: FOOD RECALL"), text);
            assertTrue(
                    text.contains("lot L-081, GTIN 04012345000016, produced 2026-03-02, use by 2026-03-12: 240 C62"));
            assertTrue(text.contains("Do not eat it. ".repeat(40).strip()), text);
            assertTrue(text.contains("Contact: Quality desk, +49 30 1234"), text);
        }
        assertTrue(
                Files.readString(folder.resolve("R-000001-1-MARKET-FIRST.csv")).contains("Case,Notice,Answer code,"));
        assertEquals(2, Files.list(folder).count());
    }

    @Test
    void a_partner_that_agreed_gets_an_864_with_texts_of_at_most_264_characters() {
        List<OutboundTransactionSet> sent = new ArrayList<>();
        EdiChannel channel = new EdiChannel(partners("OTHER", " MARKET "), recording(sent, List.of()), PAGE);

        assertTrue(channel.reaches(Notices.SUPERMARKET));
        channel.send(Notices.to(Notices.SUPERMARKET));

        OutboundTransactionSet set = sent.get(0);
        assertEquals("864", set.code());
        assertEquals("R-000001/1/MARKET/FIRST", set.key());
        assertTrue(set.xml().contains("<e:BMG02>URGENT: FOOD RECALL</e:BMG02>"), set.xml());
        assertFalse(set.xml().matches("(?s).*<e:MSG01>[^<]{265,}</e:MSG01>.*"), set.xml());
    }

    @Test
    void what_keeps_an_864_from_being_sent_is_said() {
        EdiChannel channel = new EdiChannel(
                partners("MARKET"),
                recording(
                        new ArrayList<>(),
                        List.of(new Violation("NO_OWN_ADDRESS", ViolationPath.WHOLE, "configure own.address"))),
                Optional.empty());

        NoticeNotSentException failure =
                assertThrows(NoticeNotSentException.class, () -> channel.send(Notices.to(Notices.SUPERMARKET)));

        assertTrue(failure.getMessage().contains("configure own.address"), failure.getMessage());
    }

    @Test
    void a_way_that_is_not_configured_or_has_no_address_reaches_nobody() {
        Party unknown = Notices.supermarket("", "", "");

        assertFalse(new MailChannel(mail(25), Optional.empty()).reaches(unknown));
        assertFalse(new LetterChannel(letters("letters"), Optional.empty()).reaches(unknown));
        assertFalse(new LetterChannel(letters(""), Optional.empty()).reaches(Notices.SUPERMARKET));
        assertFalse(new EdiChannel(partners(), recording(new ArrayList<>(), List.of()), Optional.empty())
                .reaches(Notices.SUPERMARKET));
    }

    private static Interchanges recording(List<OutboundTransactionSet> sent, List<Violation> problems) {
        return new Interchanges() {
            @Override
            public List<Violation> send(OutboundTransactionSet set) {
                sent.add(set);
                return problems;
            }

            @Override
            public List<Violation> check(byte[] content) {
                throw new UnsupportedOperationException("nothing is received here");
            }

            @Override
            public FilePreview preview(byte[] content) {
                throw new UnsupportedOperationException("nothing is received here");
            }

            @Override
            public CheckedFile examine(byte[] content) {
                throw new UnsupportedOperationException("nothing is received here");
            }

            @Override
            public List<InterchangeRecord> recent(int limit) {
                throw new UnsupportedOperationException("nothing is listed here");
            }

            @Override
            public List<InterchangeRecord> before(Optional<Long> before, InterchangeFilter filter, int limit) {
                throw new UnsupportedOperationException("nothing is listed here");
            }

            @Override
            public Optional<InterchangeRecord> find(long id) {
                throw new UnsupportedOperationException("nothing is read here");
            }

            @Override
            public Optional<InterchangeText> text(long id) {
                throw new UnsupportedOperationException("nothing is read here");
            }
        };
    }

    private static LetterConfig letters(String folder) {
        return new LetterConfig() {
            @Override
            public String folder() {
                return folder;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return LetterConfig.class;
            }
        };
    }

    private static EdiConfig partners(String... numbers) {
        return new EdiConfig() {
            @Override
            public String[] partners() {
                return numbers;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return EdiConfig.class;
            }
        };
    }

    static MailConfig mail(int port) {
        return mail(port, () -> MailSecurity.NONE);
    }

    private static MailConfig mail(int port, Supplier<MailSecurity> security) {
        return new MailConfig() {
            @Override
            public String host() {
                return "127.0.0.1";
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public MailSecurity security() {
                return security.get();
            }

            @Override
            public String user() {
                return "";
            }

            @Override
            public String password() {
                return "";
            }

            @Override
            public String from() {
                return "quality@bakery.example";
            }

            @Override
            public int timeout_seconds() {
                return 5;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return MailConfig.class;
            }
        };
    }

    /** A real SMTP server on a free port of this machine. */
    private static final class Server implements AutoCloseable {
        private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

        Server() {
            server.start();
        }

        int port() {
            return server.getSmtp().getPort();
        }

        List<MimeMessage> received() {
            return List.of(server.getReceivedMessages());
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
