update log_chain set contacts_done = @done where chain = @chain and contacts_done < @done
