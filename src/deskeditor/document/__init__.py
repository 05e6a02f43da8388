"""What an article is: values and laws."""
