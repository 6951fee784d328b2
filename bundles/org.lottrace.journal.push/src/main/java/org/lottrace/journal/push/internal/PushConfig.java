package org.lottrace.journal.push.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace journal push",
        description = "One system of accounting whose own service gets the journal, entry by entry")
@interface PushConfig {
    String PID = "org.lottrace.journal.push";

    @AttributeDefinition(name = "Receiver", description = "name of the receiver of the journal, such as ERP")
    String receiver() default "";

    @AttributeDefinition(
            name = "Company",
            description = "company that keeps books of its own, whose journal is sent; empty: that of the common books")
    String company() default "";

    @AttributeDefinition(name = "Address", description = "https address of the service, or http to this machine")
    String url() default "";

    @AttributeDefinition(
            name = "Mapping",
            description =
                    "file with the XSLT 1.0 that makes the request from an entry; empty: the entry as it is in an envelope of SOAP 1.1. Read anew when it has changed")
    String mapping_file() default "";

    @AttributeDefinition(name = "Content type", description = "header of the request; SOAP 1.2: application/soap+xml")
    String content_type() default "text/xml; charset=utf-8";

    @AttributeDefinition(name = "SOAP action", description = "header of the request; SOAP 1.2 has none")
    String soap_action() default "";

    @AttributeDefinition(
            name = "Accepted when",
            description =
                    "XPath 1.0 that is true of an answer that accepts, in which $key is the key that was sent; empty: every SOAP envelope without a fault")
    String accepted_when() default "";

    @AttributeDefinition(
            name = "Rejected when",
            description = "XPath 1.0 that is true of an answer that rejects; empty: a fault of the sender")
    String rejected_when() default "";

    @AttributeDefinition(
            name = "Reason",
            description = "XPath 1.0 of the reason in such an answer; empty: that of the fault")
    String reason() default "";

    @AttributeDefinition(name = "User", description = "of basic authentication; empty: none")
    String user() default "";

    @AttributeDefinition(
            name = "Password file",
            description = "with the password of that user; readable by its owner only")
    String password_file() default "";

    @AttributeDefinition(
            name = "Key file",
            description = "PKCS12 with our key for TLS and its certificate; empty: none")
    String key_file() default "";

    @AttributeDefinition(name = "Key password file", description = "with its password; readable by its owner only")
    String key_password_file() default "";

    @AttributeDefinition(
            name = "Certificates",
            description = "PEM file with the certificates that the server may have; empty: those that Java trusts")
    String url_certificate_file() default "";

    @AttributeDefinition(name = "Look", description = "seconds between two looks for new entries, 1 to 3600")
    int look_seconds() default 30;

    @AttributeDefinition(name = "Timeout", description = "seconds for an exchange as a whole, 1 to 600")
    int timeout_seconds() default 60;

    @AttributeDefinition(
            name = "Tries",
            description =
                    "how often an entry is sent that the service answers with an error of its own, before it counts as rejected, 1 to 50")
    int most_tries() default 8;
}
