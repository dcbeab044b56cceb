{{ computed_indicators() }}
