package org.lottrace.alert.internal;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** E-mail, by SMTP. */
final class MailWay implements Way {
    private final AlertConfig config;

    /** @throws IllegalArgumentException if the configuration is wrong; the message says what to set */
    MailWay(AlertConfig config) {
        this.config = config;
        if (config.mail_host().isBlank() || config.mail_from().isBlank()) {
            throw new IllegalArgumentException("mail.to is set: set mail.host and mail.from, too");
        }
        if (!config.mail_security().matches("STARTTLS|TLS|NONE")) {
            throw new IllegalArgumentException(
                    "mail.security is \"" + config.mail_security() + "\": set it to STARTTLS, TLS or NONE");
        }
        try {
            InternetAddress.parse(config.mail_to(), true);
            new InternetAddress(config.mail_from(), true);
        } catch (MessagingException noAddress) {
            throw new IllegalArgumentException(
                    "mail.to or mail.from is no address: " + noAddress.getMessage(), noAddress);
        }
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(Alert alert) {
        Session session = Session.getInstance(settings());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (Transport transport = session.getTransport("smtp")) {
            // through it the library finds what turns a message into bytes
            thread.setContextClassLoader(transport.getClass().getClassLoader());
            MimeMessage message = message(session, alert);
            message.saveChanges();
            if (config.mail_user().isBlank()) {
                transport.connect();
            } else {
                transport.connect(config.mail_user(), config.mail_password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new UndeliveredException(
                    "no e-mail over " + config.mail_host() + ":" + config.mail_port() + ": " + reasons(e), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private MimeMessage message(Session session, Alert alert) throws MessagingException {
        MimeMessage message = new AlertMessage(session, alert.id());
        message.setFrom(new InternetAddress(config.mail_from(), true));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(config.mail_to(), true));
        message.setSubject(alert.heading(), StandardCharsets.UTF_8.name());
        message.setHeader(
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(alert.at().atOffset(ZoneOffset.UTC)));
        message.setText(alert.text(), StandardCharsets.UTF_8.name());
        return message;
    }

    /** The library says the reason in the cause. */
    private static String reasons(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .collect(Collectors.joining(": "));
    }

    private Properties settings() {
        String milliseconds = String.valueOf(config.timeout_seconds() * 1000L);
        Properties settings = new Properties();
        settings.put("mail.smtp.host", config.mail_host());
        settings.put("mail.smtp.port", String.valueOf(config.mail_port()));
        settings.put("mail.smtp.auth", String.valueOf(!config.mail_user().isBlank()));
        settings.put("mail.smtp.connectiontimeout", milliseconds);
        settings.put("mail.smtp.timeout", milliseconds);
        settings.put("mail.smtp.writetimeout", milliseconds);
        switch (config.mail_security()) {
            case "STARTTLS" -> settings.put("mail.smtp.starttls.required", "true");
            case "TLS" -> settings.put("mail.smtp.ssl.enable", "true");
            default -> {}
        }
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        return settings;
    }

    /** With a message id that belongs to the alert, not to the attempt. */
    private static final class AlertMessage extends MimeMessage {
        private final String id;

        AlertMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@alert.lottrace>");
        }
    }
}
