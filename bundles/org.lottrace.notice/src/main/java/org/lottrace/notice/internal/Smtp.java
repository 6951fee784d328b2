package org.lottrace.notice.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.ComponentException;

/** The server that takes our e-mail. */
final class Smtp {
    private final MailConfig config;
    private final MailSecurity security;

    /** Writes a message. */
    @FunctionalInterface
    interface Letter {
        MimeMessage in(Session session) throws MessagingException;
    }

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property and its values */
    Smtp(MailConfig config) {
        this.config = config;
        this.security = security(config);
    }

    boolean isConfigured() {
        return !config.host().isBlank();
    }

    String server() {
        return config.host() + ":" + config.port();
    }

    /** Sends one message; when this returns, the server has it. */
    void send(Letter letter) throws MessagingException {
        Session session = Session.getInstance(settings());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (Transport transport = session.getTransport("smtp")) {
            // through it the library finds what turns a message into bytes
            thread.setContextClassLoader(transport.getClass().getClassLoader());
            MimeMessage message = letter.in(session);
            message.saveChanges();
            if (config.user().isBlank()) {
                transport.connect();
            } else {
                transport.connect(config.user(), config.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The library says the reason in the cause. */
    static String reasons(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .collect(Collectors.joining(": "));
    }

    /** What is no value of the property is seen when it is asked for: here, and not with the first notice. */
    private static MailSecurity security(MailConfig config) {
        try {
            return config.security();
        } catch (ComponentException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "no recall notice goes out by e-mail: security in " + MailConfig.PID + ".cfg must be one of "
                            + List.of(MailSecurity.values()),
                    wrong);
        }
    }

    private Properties settings() {
        String milliseconds = String.valueOf(config.timeout_seconds() * 1000L);
        Properties settings = new Properties();
        settings.put("mail.smtp.host", config.host());
        settings.put("mail.smtp.port", String.valueOf(config.port()));
        settings.put("mail.smtp.auth", String.valueOf(!config.user().isBlank()));
        settings.put("mail.smtp.connectiontimeout", milliseconds);
        settings.put("mail.smtp.timeout", milliseconds);
        settings.put("mail.smtp.writetimeout", milliseconds);
        switch (security) {
            case STARTTLS -> settings.put("mail.smtp.starttls.required", "true");
            case TLS -> settings.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        return settings;
    }
}
