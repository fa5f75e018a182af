package dev.docket.api;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/** A request as it would be without its {@code access_token} parameters, all else being the request's own. */
final class TokenlessRequest extends HttpServerRequestWrapper {
    private final String target;
    private MultiMap params;

    TokenlessRequest(HttpServerRequest request, String target) {
        super((HttpServerRequestInternal) request);
        this.target = target;
    }

    @Override
    public String uri() {
        return target;
    }

    @Override
    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? null : target.substring(question + 1);
    }

    @Override
    public String absoluteURI() {
        return AccessTokenQuery.of(delegate.absoluteURI()).target();
    }

    @Override
    public MultiMap params() {
        return params(false);
    }

    @Override
    public MultiMap params(boolean semicolonIsNormalChar) {
        if (params == null) {
            params = MultiMap.caseInsensitiveMultiMap();
            QueryStringDecoder query = QueryStringDecoder.builder()
                    .semicolonIsNormalChar(semicolonIsNormalChar)
                    .build(target);
            query.parameters().forEach(params::add);
        }
        return params;
    }

    @Override
    public String getParam(String name) {
        return params().get(name);
    }

    @Override
    public String getParam(String name, String otherwise) {
        String value = getParam(name);
        return value != null ? value : otherwise;
    }
}
