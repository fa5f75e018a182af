package dev.docket.endpoint.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What every call works with. */
record Desk(ModelConfig config, ReadMaterial reading, AskModel model, AskForJson json, Votes votes) {
    /** Writes answers: numbers as plain as they were. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
}
