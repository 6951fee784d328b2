package org.lottrace.edi.as2.internal.partner;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** One partner with whom AS2 is spoken. The words stand in OSGI-INF/l10n. */
@ObjectClassDefinition(name = "%partner.name", description = "%partner.description", localization = "OSGI-INF/l10n/as2")
@interface PartnerConfig {
    String PID = "org.lottrace.edi.as2";

    @AttributeDefinition(name = "%partner.partner", description = "%partner.partner.description")
    String partner() default "";

    @AttributeDefinition(name = "%partner.own.name", description = "%partner.own.name.description")
    String own_name() default "";

    @AttributeDefinition(name = "%partner.their.name", description = "%partner.their.name.description")
    String their_name() default "";

    @AttributeDefinition(name = "%partner.key.file", description = "%partner.key.file.description")
    String key_file() default "";

    @AttributeDefinition(name = "%partner.password.file", description = "%partner.password.file.description")
    String password_file() default "";

    @AttributeDefinition(name = "%partner.own.certificate", description = "%partner.own.certificate.description")
    String own_certificate_file() default "";

    @AttributeDefinition(name = "%partner.their.certificate", description = "%partner.their.certificate.description")
    String their_certificate_file() default "";

    @AttributeDefinition(name = "%partner.url", description = "%partner.url.description")
    String url() default "";

    @AttributeDefinition(name = "%partner.url.certificate", description = "%partner.url.certificate.description")
    String url_certificate_file() default "";

    @AttributeDefinition(name = "%partner.receivers", description = "%partner.receivers.description")
    String[] receivers() default {};

    @AttributeDefinition(
            name = "%partner.sign",
            description = "%partner.sign.description",
            options = {
                @Option(label = "SHA-256", value = "SHA-256"),
                @Option(label = "SHA-384", value = "SHA-384"),
                @Option(label = "SHA-512", value = "SHA-512"),
                @Option(label = "SHA-1", value = "SHA-1"),
                @Option(label = "%partner.none", value = "NONE")
            })
    String sign() default "SHA-256";

    @AttributeDefinition(
            name = "%partner.encrypt",
            description = "%partner.encrypt.description",
            options = {
                @Option(label = "AES-256", value = "AES-256"),
                @Option(label = "AES-192", value = "AES-192"),
                @Option(label = "AES-128", value = "AES-128"),
                @Option(label = "3DES", value = "3DES"),
                @Option(label = "%partner.none", value = "NONE")
            })
    String encrypt() default "AES-256";

    @AttributeDefinition(
            name = "%partner.compress",
            description = "%partner.compress.description",
            options = {
                @Option(label = "%partner.none", value = "NONE"),
                @Option(label = "%partner.compress.after", value = "AFTER_SIGNING"),
                @Option(label = "%partner.compress.before", value = "BEFORE_SIGNING")
            })
    String compress() default "NONE";

    @AttributeDefinition(
            name = "%partner.receipt",
            description = "%partner.receipt.description",
            options = {
                @Option(label = "%partner.receipt.synchronous", value = "SYNCHRONOUS"),
                @Option(label = "%partner.receipt.asynchronous", value = "ASYNCHRONOUS"),
                @Option(label = "%partner.none", value = "NONE")
            })
    String receipt() default "SYNCHRONOUS";

    @AttributeDefinition(name = "%partner.receipt.signed", description = "%partner.receipt.signed.description")
    boolean receipt_signed() default true;

    @AttributeDefinition(name = "%partner.receipt.url", description = "%partner.receipt.url.description")
    String receipt_url() default "";

    @AttributeDefinition(name = "%partner.receipt.minutes", description = "%partner.receipt.minutes.description")
    int receipt_minutes() default 60;

    @AttributeDefinition(name = "%partner.incoming.signed", description = "%partner.incoming.signed.description")
    boolean incoming_signed() default true;

    @AttributeDefinition(name = "%partner.incoming.encrypted", description = "%partner.incoming.encrypted.description")
    boolean incoming_encrypted() default true;

    @AttributeDefinition(name = "%partner.incoming.weak", description = "%partner.incoming.weak.description")
    boolean incoming_weak() default false;

    @AttributeDefinition(name = "%partner.incoming.receipt", description = "%partner.incoming.receipt.description")
    String incoming_receipt_url() default "";

    @AttributeDefinition(name = "%partner.largest", description = "%partner.largest.description")
    int largest_file_megabytes() default 5;

    @AttributeDefinition(name = "%partner.quota", description = "%partner.quota.description")
    int inbox_quota_megabytes() default 100;

    @AttributeDefinition(name = "%partner.look", description = "%partner.look.description")
    int look_seconds() default 15;

    @AttributeDefinition(name = "%partner.timeout", description = "%partner.timeout.description")
    int timeout_seconds() default 300;

    @AttributeDefinition(name = "%partner.remember", description = "%partner.remember.description")
    int remember_days() default 365;
}
