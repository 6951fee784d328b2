package org.lottrace.journal.push.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lottrace.api.id.PartyId;

/** A configuration that can be right. */
record PushSettings(
        String receiver,
        Optional<PartyId> company,
        URI url,
        Optional<Path> mapping,
        String contentType,
        String soapAction,
        AnswerReading answers,
        String user,
        Optional<Path> password,
        Optional<Path> key,
        Optional<Path> keyPassword,
        Optional<Path> trusted,
        Duration interval,
        Duration timeout,
        int mostTries) {}
