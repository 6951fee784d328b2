package org.lottrace.notice.internal;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.lottrace.api.partner.Party;
import org.lottrace.api.recall.answer.AnswerLinks;
import org.lottrace.api.recall.notice.NoticeChannel;
import org.lottrace.api.recall.notice.NoticeNotSentException;
import org.lottrace.api.recall.notice.RecallNotice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Notices by e-mail over SMTP: the text, and the goods as a file that can be filled in and sent back. The same notice always
 * has the same message id, so a receiver sees when it arrives twice.
 */
@Component(service = NoticeChannel.class, configurationPid = MailConfig.PID, immediate = true)
@Designate(ocd = MailConfig.class)
public final class MailChannel implements NoticeChannel {
    private final MailConfig config;
    private final Smtp smtp;
    private final Optional<AnswerLinks> links;

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property and its values */
    @Activate
    public MailChannel(
            MailConfig config, @Reference(policyOption = ReferencePolicyOption.GREEDY) Optional<AnswerLinks> links) {
        this.config = config;
        this.smtp = new Smtp(config);
        this.links = links;
    }

    @Override
    public String method() {
        return "EMAIL";
    }

    @Override
    public int preference() {
        return 30;
    }

    @Override
    public boolean reaches(Party party) {
        return !config.host().isBlank() && !party.email().isBlank();
    }

    @Override
    public String send(RecallNotice notice) {
        try {
            smtp.send(session -> message(session, notice));
            return notice.receiver().email();
        } catch (MessagingException e) {
            throw new NoticeNotSentException(
                    "no e-mail to " + notice.receiver().email() + " over " + smtp.server() + ": " + Smtp.reasons(e), e);
        }
    }

    private MimeMessage message(Session session, RecallNotice notice) throws MessagingException {
        MimeMessage message = new NoticeMessage(session, notice.key());
        message.setFrom(new InternetAddress(config.from(), true));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(notice.receiver().email(), true));
        message.setSubject(notice.heading() + " (" + notice.recallCase() + ")", StandardCharsets.UTF_8.name());
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(notice.writtenAt().atOffset(ZoneOffset.UTC)));
        message.setHeader("Importance", "high");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(
                String.join(
                        "\r\n",
                        NoticeText.of(notice, links.flatMap(l -> l.linkFor(notice.key())), Optional.of(config.from()))),
                StandardCharsets.UTF_8.name());
        if (notice.questions().isEmpty()) {
            message.setContent(new MimeMultipart(text));
            return message;
        }
        MimeBodyPart goods = new MimeBodyPart();
        String code = links.map(l -> l.codeFor(notice.key())).orElse("");
        goods.setText(GoodsCsv.of(notice, code), StandardCharsets.UTF_8.name(), "csv");
        goods.setFileName(notice.recallCase() + "-goods.csv");
        message.setContent(new MimeMultipart(text, goods));
        return message;
    }

    /** With a message id that belongs to the notice, not to the attempt. */
    private static final class NoticeMessage extends MimeMessage {
        private final String key;

        NoticeMessage(Session session, String key) {
            super(session);
            this.key = key;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + key.replaceAll("[^A-Za-z0-9.-]", ".") + "@recall.lottrace>");
        }
    }
}
