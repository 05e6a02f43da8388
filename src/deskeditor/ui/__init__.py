"""What one sees; decides nothing."""
