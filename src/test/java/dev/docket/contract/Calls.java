package dev.docket.contract;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Calls the service under test as a client that follows nothing and hides nothing. */
public final class Calls {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    public Calls(URI base) {
        this.base = base;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return call("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return call("POST", path, BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<String> call(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends text as it is on a connection of its own and gives all that comes back. */
    public String raw(String text) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The answer to a GET of a target that no URI class would let through. */
    public String rawGet(String target, String key) throws IOException {
        return raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nApi-Key: " + key + "\r\nConnection: close\r\n\r\n");
    }

    public static String codeOf(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getJsonObject("detail").getString("code");
    }
}
