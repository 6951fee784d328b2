package org.lottrace.notice.internal;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.PaperLanguage;
import org.lottrace.api.movement.ShipmentPaper;
import org.lottrace.api.movement.store.UnitNestingStore;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends customers who want it the delivery note and packing list of each shipment by e-mail, after its commit. It follows the ledger, so a
 * mail goes out at least once: one that the server did not take is set aside and tried again, and one whose transaction is lost after that goes out
 * twice, with the same message id.
 */
@Component(
        service = LedgerFollower.class,
        configurationPid = {DeliveryConfig.PID, MailConfig.PID},
        immediate = true)
public final class DeliveryMails implements LedgerFollower {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryMails.class);
    private static final String EVERYBODY = "*";

    private final Deliveries deliveries;
    private final Smtp smtp;
    private final String from;
    private final Set<String> customers;
    private final Duration newest;
    private final Clock clock;

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    @Activate
    public DeliveryMails(
            @Reference Ledger ledger,
            @Reference SalesOrderStore orders,
            @Reference PartyStore parties,
            @Reference SiteStore sites,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference UnitNestingStore units,
            @Reference Clock clock,
            DeliveryConfig config,
            MailConfig mail) {
        deliveries = new Deliveries(ledger, orders, parties, sites, lots, items, units, config);
        smtp = new Smtp(mail);
        from = mail.from();
        customers = Names.of(config.mail_customers());
        newest = Duration.ofDays(config.newest_days());
        this.clock = clock;
        if (config.newest_days() < 1) {
            throw new IllegalArgumentException("newest.days must be 1 or more, not " + config.newest_days());
        }
    }

    @Override
    public String name() {
        return "delivery-mail";
    }

    /** One: while a mail is under way the transaction is open, and others shall not wait for it. */
    @Override
    public int pageSize() {
        return 1;
    }

    @Override
    public void follow(List<RecordedEvent> page) {
        page.forEach(recorded -> receiver(recorded.event()).ifPresent(customer -> follow(recorded, customer)));
    }

    private void follow(RecordedEvent recorded, Party customer) {
        if (recorded.recorded().isBefore(clock.instant().minus(newest))) {
            LOG.info(
                    "papers of an old shipment are not sent event={}",
                    recorded.event().id());
        } else {
            send(recorded, customer);
        }
    }

    private Optional<Party> receiver(TraceEvent event) {
        return smtp.isConfigured() && !customers.isEmpty()
                ? deliveries.customer(event).filter(this::wantsMail)
                : Optional.empty();
    }

    private boolean wantsMail(Party customer) {
        boolean named = customers.contains(customer.id().value());
        boolean meant =
                customers.contains(EVERYBODY) && customer.profile().ediAddress().isEmpty();
        if ((named || meant) && customer.email().isBlank()) {
            LOG.warn("papers are not sent: the party has no e-mail address party={}", customer.id());
        }
        return (named || meant) && !customer.email().isBlank();
    }

    private void send(RecordedEvent recorded, Party customer) {
        Delivery delivery = deliveries.of(recorded.event());
        PaperLanguage language = deliveries.language(customer);
        try {
            smtp.send(session -> message(session, recorded, delivery, language));
        } catch (MessagingException e) {
            throw new IllegalStateException(
                    "no e-mail with the papers of shipment " + delivery.number() + " to " + customer.email() + " over "
                            + smtp.server() + ": " + Smtp.reasons(e),
                    e);
        }
    }

    private MimeMessage message(Session session, RecordedEvent recorded, Delivery delivery, PaperLanguage language)
            throws MessagingException {
        DeliveryWords words = DeliveryWords.in(language);
        MimeMessage message = new DeliveryMessage(session, recorded.event().id().value());
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(delivery.customer().email(), true));
        message.setSubject(
                words.of("mail.subject", delivery.number(), delivery.company().name()), StandardCharsets.UTF_8.name());
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(recorded.recorded().atOffset(ZoneOffset.UTC)));
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(
                words.of("mail.text", delivery.number(), delivery.order().number(), words.date(delivery.left())),
                StandardCharsets.UTF_8.name());
        parts.addBodyPart(text);
        for (ShipmentPaper paper : ShipmentPaper.values()) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(
                    new ByteArrayDataSource(new DeliveryPaper(delivery, language).pdf(paper), "application/pdf")));
            file.setFileName(fileName(paper, delivery.number()));
            parts.addBodyPart(file);
        }
        message.setContent(parts);
        return message;
    }

    private static String fileName(ShipmentPaper paper, String number) {
        return paper.code().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number.replaceAll("[^A-Za-z0-9-]", "_")
                + ".pdf";
    }

    /** What the server does not take now it may take later; the next customer does not wait for it. */
    @Override
    public OptionalInt setAsideAfter() {
        return OptionalInt.of(1);
    }

    /** With a message id that belongs to the shipment, not to the attempt. */
    private static final class DeliveryMessage extends MimeMessage {
        private final String key;

        DeliveryMessage(Session session, String key) {
            super(session);
            this.key = key;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + key.replaceAll("[^A-Za-z0-9.-]", ".") + "@delivery.lottrace>");
        }
    }
}
