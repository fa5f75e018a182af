package dev.docket.store;

import dev.docket.job.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * What makes two creates the same call.
 *
 * @param key as the client sent it
 * @param bodyHash SHA-256 over the raw bytes of the whole create body
 * @param kept how long the key is remembered
 */
public record IdempotencyKey(String key, byte[] bodyHash, Duration kept) {
    public static IdempotencyKey of(String key, String endpoint, Payload body, Duration kept) {
        MessageDigest digest = sha256();
        digest.update(endpoint.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        for (ByteBuffer segment : body.segments()) {
            digest.update(segment);
        }
        return new IdempotencyKey(key, digest.digest(), kept);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
